import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { changeConfiguration } from '../call-link/change-configuration.js';
import { readConfiguration } from '../call-link/read-configuration.js';
import { viewCallLink } from '../call-link/view-call-link.js';
import { changeSettings } from '../company/change-settings.js';
import { readConversationDetail } from '../conversation/read-conversation.js';
import { createCallCenter, newSecret, type CallCenter } from '../testing/call-center.js';
import { customerLeave } from './customer-leave.js';
import { endCallByAgent } from './end-call-by-agent.js';
import { rateCall, rateWithinMs } from './rate-call.js';

const refused = (code: string) => (error: unknown) => (error as { code?: string }).code === code;

describe('how a customer found their call (WRP-3, WRP-9)', () => {
  let center: CallCenter;
  beforeEach(async () => (center = await createCallCenter()));
  afterEach(() => center.close());

  /** A call that took place and has just ended. */
  async function ended() {
    const { ana, guest, callId } = await center.talking();
    const { call } = await ana.state();
    await endCallByAgent(center.deps, { agentId: ana.id, callId });
    const ratings = async () => {
      const { timeline } = await readConversationDetail(center.deps, {
        agentId: ana.id,
        conversationId: call?.conversationId ?? '',
      });
      return timeline.filter(({ type }) => type === 'call_rated').map(({ actor, text }) => [actor, text]);
    };
    return { guest, ratings, rate: (rating: number) => rateCall(center.deps, { ...guest.key, rating }) };
  }

  it('stands in the conversation’s timeline, where agents see it', async () => {
    const { rate, ratings } = await ended();
    assert.deepEqual(await rate(4), { serverNow: center.deps.now() });
    assert.deepEqual(await ratings(), [['Marija', '4']]);
  });

  it('is what they said last, once', async () => {
    const { rate, ratings } = await ended();
    for (const rating of [1, 5, 2]) await rate(rating);
    assert.deepEqual(await ratings(), [['Marija', '2']]);
  });

  it('is asked while it is remembered: up to the last millisecond of an hour, and not after', async () => {
    const { rate, ratings } = await ended();
    center.clock.moveTo(center.deps.now() + rateWithinMs - 1);
    await rate(3);
    center.clock.moveTo(center.deps.now() + 1);
    await assert.rejects(rate(5), refused('rating_not_allowed'));
    assert.deepEqual(await ratings(), [['Marija', '3']]);
  });

  it('is not asked of a call that still runs', async () => {
    const { guest } = await center.talking();
    await assert.rejects(rateCall(center.deps, { ...guest.key, rating: 5 }), refused('rating_not_allowed'));
  });

  it('is not asked of a call that nobody answered', async () => {
    const guest = await center.customer();
    await guest.call();
    await customerLeave(center.deps, guest.key);
    await assert.rejects(rateCall(center.deps, { ...guest.key, rating: 5 }), refused('rating_not_allowed'));
  });

  it('is taken from nobody but the browser that had the call', async () => {
    const { guest, ratings } = await ended();
    const stranger = { code: guest.code, secret: newSecret(), rating: 1 };
    await assert.rejects(rateCall(center.deps, stranger), refused('session_expired'));
    assert.deepEqual(await ratings(), []);
  });

  it('is not asked where the link’s configuration says no, as a region may want it', async () => {
    const { rate, ratings } = await ended();
    const { version } = await center.deps.db.read((q) => readConfiguration(q, 'default'));
    await changeConfiguration(center.deps, { key: 'default', change: { version, rating: false } });
    await assert.rejects(rate(5), refused('rating_not_allowed'));
    assert.deepEqual(await ratings(), []);
  });

  it('is asked by no link where the company says no, whatever the link says (WRP-9)', async () => {
    const { guest, rate, ratings } = await ended();
    const asks = async () => (await viewCallLink(center.deps, { code: guest.code })).rating;
    assert.equal(await asks(), true);
    await changeSettings(center.deps, { change: { version: 1, rating: false }, name: 'Northwind' });
    assert.equal(await asks(), false);
    await assert.rejects(rate(5), refused('rating_not_allowed'));
    assert.deepEqual(await ratings(), []);
    await changeSettings(center.deps, { change: { version: 2, rating: true }, name: 'Northwind' });
    assert.equal(await asks(), true);
  });
});
