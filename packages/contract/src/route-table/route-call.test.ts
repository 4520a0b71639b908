import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { UploadedFile } from '../uploaded-file.js';
import { routeTable } from './index.js';
import { routePath, type CommandName, type RouteAnswer, type RouteCall, type RouteName } from './route-call.js';

/** Compiles only where the two types are one. */
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

describe('the path of a route', () => {
  it('has what varies filled in, escaped', () => {
    assert.equal(routePath('GET /healthz', {}), '/healthz');
    assert.equal(routePath('POST /v1/offers/:id/accept', { params: { id: 'off_1' } }), '/v1/offers/off_1/accept');
    assert.equal(routePath('GET /v1/join/:code', { params: { code: '../a?b#c' } }), '/v1/join/..%2Fa%3Fb%23c');
  });

  it('carries what is asked for, and nothing that is not', () => {
    const call = { query: { state: 'used', conversationId: undefined, cursor: 'a&b' } };
    assert.equal(routePath('GET /v1/links', call as never), '/v1/links?state=used&cursor=a%26b');
    assert.equal(routePath('GET /v1/links', { query: {} } as never), '/v1/links');
  });

  it('is there for every row of the table', () => {
    for (const { method, path } of routeTable) {
      const params = Object.fromEntries([...path.matchAll(/:(\w+)/g)].map(([, name]) => [name, 'x']));
      assert.equal(routePath(`${method} ${path}` as RouteName, { params }), path.replace(/:\w+/g, 'x'));
    }
  });
});

it('the types of a route are those of its row', () => {
  const held: readonly true[] = [
    true satisfies Same<RouteCall<'POST /v1/calls/:id/media-failed'>['params'], Readonly<Record<'id', string>>>,
    true satisfies Same<RouteCall<'PUT /v1/agent/status'>['body']['status'], 'active' | 'away' | 'busy' | 'offline'>,
    true satisfies Same<RouteAnswer<'DELETE /v1/queues/:id'>, { serverNow: number }>,
    true satisfies Same<Extract<CommandName, `${string}/events`>, never>,
    true satisfies Same<Extract<RouteName, 'POST /v1/agents/:id'>, never>,
    true satisfies Same<RouteCall<'POST /v1/pictures'>['body'], UploadedFile>,
    true satisfies Same<RouteCall<'POST /v1/sounds'>['body'], UploadedFile>,
    true satisfies Same<Extract<CommandName, 'GET /v1/pictures/:id'>, never>,
  ];
  assert.equal(held.length, 8);
});
