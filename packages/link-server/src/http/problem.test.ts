import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Problem, problemCodes } from '@carillon/contract';
import { Hono } from 'hono';
import { DomainError, type DomainErrorDetails } from '../domain-error.js';
import type { AppEnv } from './app-env.js';
import { answerProblem, problems } from './problem.js';

async function answer(code: (typeof problemCodes)[number], details?: DomainErrorDetails) {
  const app = new Hono<AppEnv>().get('/', (c) => {
    c.set('requestId', 'request-1');
    return answerProblem(c, new DomainError(code, details));
  });
  const response = await app.request('/');
  return { response, text: await response.clone().text(), problem: Problem.parse(await response.json()) };
}

describe('a problem', () => {
  for (const code of problemCodes)
    it(`is ${problems[code].status} for ${code}, with a sentence to act on (RFC 9457)`, async () => {
      const { response, problem } = await answer(code);
      assert.equal(response.headers.get('content-type'), 'application/problem+json');
      assert.deepEqual([response.status, problem.status, problem.code], [problems[code].status, response.status, code]);
      assert.match(problem.detail, /^[A-Z].*\.$/);
      assert.ok(response.status >= 400);
    });

  it('blames the server only for its own failures', () => {
    const failures = problemCodes.filter((code) => problems[code].status >= 500);
    assert.deepEqual(failures, [
      'media_unavailable',
      'sign_in_unavailable',
      'server_stopping',
      'server_busy',
      'internal',
    ]);
  });

  it('names the refused fields and who answered, never a value', async () => {
    const { text, problem } = await answer('offer_taken', {
      answeredBy: 'Ana',
      fields: ['note'],
      cause: new Error('hush'),
    });
    assert.deepEqual([problem.answeredBy, problem.fields], ['Ana', ['note']]);
    assert.ok(!text.includes('hush'));
  });

  it('says when to come back', async () => {
    assert.equal((await answer('rate_limited')).response.headers.get('retry-after'), '60');
    assert.equal((await answer('media_unavailable')).response.headers.get('retry-after'), '1');
    assert.equal((await answer('forbidden')).response.headers.get('retry-after'), null);
  });

  it('says how to sign in', async () => {
    assert.equal((await answer('session_expired')).response.headers.get('www-authenticate'), 'Bearer');
  });

  it('carries the id to report, but for a bad link, whose bytes are always the same (T2)', async () => {
    assert.equal((await answer('internal')).problem.requestId, 'request-1');
    assert.equal((await answer('link_unavailable')).problem.requestId, undefined);
  });
});
