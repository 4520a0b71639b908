import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { endCallByAgent } from '../call/end-call-by-agent.js';
import { changeSettings } from '../company/change-settings.js';
import { createCallCenter, type CallCenter } from '../testing/call-center.js';
import { closeWrapUp } from './close-wrap-up.js';
import { extendWrapUp } from './extend-wrap-up.js';

const code = (expected: string) => (error: unknown) => (error as { code?: string }).code === expected;

describe('more time for wrapping up (WRP-6)', () => {
  let center: CallCenter;
  beforeEach(async () => (center = await createCallCenter()));
  afterEach(() => center.close());

  /** A wrap-up of 30 seconds that has just begun, under what the company allows. */
  async function wrappingUp(
    settings: { wrapUpExtension?: 'none' | 'seconds' | 'more'; wrapUpLongestMs?: number } = {},
  ) {
    await changeSettings(center.deps, { name: 'Northwind', change: { version: 1, ...settings } });
    const { ana, callId } = await center.talking();
    await endCallByAgent(center.deps, { agentId: ana.id, callId });
    const { wrapUp } = await ana.state();
    assert.ok(wrapUp);
    const which = { agentId: ana.id, wrapUpId: wrapUp.id };
    const extend = (endsAt: number) => extendWrapUp(center.deps, { ...which, endsAt });
    return { ana, which, extend, opened: wrapUp, open: async () => (await ana.state()).wrapUp };
  }

  it('is not there unless a supervisor allows it', async () => {
    const { extend, opened, open } = await wrappingUp();
    assert.equal(opened.extension, 'none');
    await assert.rejects(extend(opened.endsAt), code('wrapup_not_extendable'));
    assert.equal((await open())?.endsAt, opened.endsAt);
  });

  it('is ten seconds at a time, to the longest time and not beyond', async () => {
    const { ana, extend, opened } = await wrappingUp({ wrapUpExtension: 'seconds', wrapUpLongestMs: 45_000 });
    assert.equal(opened.latestEndsAt, opened.openedAt + 45_000);
    const first = await extend(opened.endsAt);
    assert.equal(first.endsAt, opened.endsAt + 10_000);
    const second = await extend(first.endsAt);
    assert.equal(second.endsAt, opened.openedAt + 45_000, 'five are left');
    await assert.rejects(extend(second.endsAt), code('wrapup_not_extendable'));
    await center.pass(44_999, [ana]);
    assert.equal((await ana.state()).agent.availability, 'wrapping', 'the server keeps the new time');
    await center.pass(1, [ana]);
    assert.equal((await ana.state()).wrapUp, null);
  });

  it('is all there is for whoever closes it themselves', async () => {
    const { ana, which, extend, opened } = await wrappingUp({ wrapUpExtension: 'more' });
    assert.equal((await extend(opened.endsAt)).endsAt, opened.openedAt + 600_000);
    await center.pass(300_000, [ana]);
    await closeWrapUp(center.deps, { ...which, note: '', conversationStatus: 'open' });
    assert.equal((await ana.state()).agent.availability, 'available');
  });

  it('is given once for one end that was seen, however often it is asked for', async () => {
    const { extend, opened } = await wrappingUp({ wrapUpExtension: 'seconds' });
    const all = await Promise.all([1, 2, 3].map(() => extend(opened.endsAt)));
    assert.deepEqual(
      all.map(({ endsAt }) => endsAt),
      Array(3).fill(opened.endsAt + 10_000),
    );
  });

  it('is none of anybody else’s, and none after the end', async () => {
    const { which, extend, opened } = await wrappingUp({ wrapUpExtension: 'seconds' });
    const ben = await center.agent('Ben');
    await assert.rejects(
      extendWrapUp(center.deps, { ...which, agentId: ben.id, endsAt: opened.endsAt }),
      code('not_found'),
    );
    await closeWrapUp(center.deps, { ...which, note: '', conversationStatus: 'open' });
    await assert.rejects(extend(opened.endsAt), code('wrapup_closed'));
  });

  it('follows what held when the wrap-up began', async () => {
    const { extend, opened } = await wrappingUp({ wrapUpExtension: 'seconds' });
    await changeSettings(center.deps, { name: 'Northwind', change: { version: 2, wrapUpExtension: 'none' } });
    assert.equal((await extend(opened.endsAt)).endsAt, opened.endsAt + 10_000);
  });

  it('is in no wrap-up that is longer by itself', async () => {
    const settings = { wrapUpExtension: 'more', wrapUpLongestMs: 20_000 } as const;
    const { extend, opened } = await wrappingUp(settings);
    assert.equal(opened.latestEndsAt, opened.endsAt);
    await assert.rejects(extend(opened.endsAt), code('wrapup_not_extendable'));
  });
});
