import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Hono } from 'hono';
import type { DomainError } from '../domain-error.js';
import type { AppEnv } from './app-env.js';
import { lastEventId } from './last-event-id.js';
import { answerProblem } from './problem.js';

const app = new Hono<AppEnv>()
  .onError((error, c) => answerProblem(c, error as DomainError))
  .get('/', (c) => c.json(lastEventId(c)));

async function read(id?: string): Promise<unknown> {
  const response = await app.request('/', { headers: id === undefined ? {} : { 'last-event-id': id } });
  return response.status === 200 ? response.json() : response.status;
}

describe('Last-Event-ID', () => {
  it('is where a stream goes on', async () => assert.equal(await read('17'), 17));
  it('is 0 before the first event', async () => assert.equal(await read('0'), 0));
  it('may be one that never was', async () => assert.equal(await read('-1'), -1));
  it('may be missing or empty', async () => assert.deepEqual([await read(), await read('')], [null, null]));
  for (const bad of ['--1', '1.5', 'abc', '1e3', '9'.repeat(16), '1; drop table event', '٣'])
    it(`is refused as ${encodeURIComponent(bad)}`, async () =>
      assert.equal(await read(/[^\x20-\x7e]/.test(bad) ? encodeURIComponent(bad) : bad), 400));
});
