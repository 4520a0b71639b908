import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { allowedMethods } from './allowed-methods.js';

const route = (method: string, path: string) => ({ method, path });
const routes = [
  route('ALL', '/v1/*'),
  route('POST', '/v1/links'),
  route('GET', '/v1/join/:code'),
  route('POST', '/v1/join/:code'),
  route('GET', '/j/:code/*'),
  route('GET', '/assets/:name/:file{.+}'),
];

describe('allowed methods', () => {
  for (const [path, expected] of [
    ['/v1/links', ['POST']],
    ['/v1/join/abc', ['GET', 'HEAD', 'POST']],
    ['/v1/join/', []],
    ['/v1/join/abc/more', []],
    ['/v1', []],
    ['/v1/LINKS', []],
    ['/elsewhere', []],
  ] as const)
    it(`are ${expected.join(', ') || 'none'} for ${path}`, () =>
      assert.deepEqual(allowedMethods(routes, path), expected));
});
