import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { endCallByAgent } from '../call/end-call-by-agent.js';
import { changeSettings } from '../company/change-settings.js';
import { readConversationDetail } from '../conversation/read-conversation.js';
import { createCallCenter, type CallCenter } from '../testing/call-center.js';
import { closeWrapUp } from './close-wrap-up.js';
import { rateWrapUp } from './rate-wrap-up.js';

describe('how good an agent found a call (WRP-3)', () => {
  let center: CallCenter;
  beforeEach(async () => (center = await createCallCenter()));
  afterEach(() => center.close());

  const allow = (version: number, rating: boolean) =>
    changeSettings(center.deps, { change: { version, rating }, name: 'Northwind' });

  async function wrapping() {
    const { ana, callId } = await center.talking();
    await endCallByAgent(center.deps, { agentId: ana.id, callId });
    const { wrapUp } = await ana.state();
    assert.ok(wrapUp);
    const which = { agentId: ana.id, wrapUpId: wrapUp.id };
    const rate = (rating: number | null) => rateWrapUp(center.deps, { ...which, rating });
    const close = (more: { rating?: number | null } = {}) =>
      closeWrapUp(center.deps, { ...which, note: '', conversationStatus: 'open', ...more });
    const ratings = async () => {
      const { timeline } = await readConversationDetail(center.deps, {
        agentId: ana.id,
        conversationId: wrapUp.conversationId,
      });
      return timeline.filter(({ type }) => type === 'quality_rated').map(({ text, actor }) => [text, actor]);
    };
    return { ana, wrapUp, which, rate, close, ratings };
  }

  it('is asked for, and nothing is said of itself', async () => {
    const { wrapUp, close, ratings } = await wrapping();
    assert.deepEqual([wrapUp.ratingAllowed, wrapUp.rating], [true, null]);
    await close();
    assert.deepEqual(await ratings(), []);
  });

  it('is said, changed and taken back while the wrap-up is open', async () => {
    const { ana, rate, ratings } = await wrapping();
    assert.equal((await rate(4)).rating, 4);
    assert.equal((await ana.state()).wrapUp?.rating, 4);
    assert.equal((await rate(1)).rating, 1);
    assert.equal((await rate(null)).rating, null);
    assert.deepEqual(await ratings(), [], 'the conversation hears of it once the wrap-up is over');
  });

  it('is in the conversation once the time runs out', async () => {
    const { ana, rate, ratings } = await wrapping();
    await rate(2);
    await center.pass(30_000, [ana]);
    assert.deepEqual(await ratings(), [['2', 'Ana']]);
  });

  it('is in the conversation once, however it is closed, with what was said last', async () => {
    const { rate, close, ratings } = await wrapping();
    await rate(5);
    const answers = await Promise.allSettled([1, 2, 3].map(() => close({ rating: 3 })));
    assert.equal(answers.filter(({ status }) => status === 'fulfilled').length, 1);
    assert.deepEqual(await ratings(), [['3', 'Ana']]);
  });

  for (const [title, more, rating] of [
    ['stays as it was where closing says nothing of it', {}, 5],
    ['goes where closing says none', { rating: null }, null],
  ] as const)
    it(title, async () => {
      const { rate, close, ratings } = await wrapping();
      await rate(5);
      assert.equal((await close(more)).rating, rating);
      assert.deepEqual(await ratings(), rating === null ? [] : [['5', 'Ana']]);
    });

  it('is not asked for where the company does not allow it, and refused (WRP-9)', async () => {
    await allow(1, false);
    const { wrapUp, rate, close, ratings } = await wrapping();
    assert.equal(wrapUp.ratingAllowed, false);
    await assert.rejects(rate(4), { code: 'rating_not_allowed' });
    await assert.rejects(close({ rating: 4 }), { code: 'rating_not_allowed' });
    assert.equal((await rate(null)).rating, null, 'nothing said is said anywhere');
    await close({ rating: null });
    assert.deepEqual(await ratings(), []);
  });

  it('is asked for as it was when the call ended, whatever is set since', async () => {
    const { rate } = await wrapping();
    await allow(1, false);
    assert.equal((await rate(4)).rating, 4);
  });

  it('is nobody else’s to say, and not after the wrap-up (T33)', async () => {
    const { which, rate, close } = await wrapping();
    const ben = await center.agent('Ben');
    await assert.rejects(rateWrapUp(center.deps, { ...which, agentId: ben.id, rating: 1 }), { code: 'not_found' });
    await close();
    await assert.rejects(rate(1), { code: 'wrapup_closed' });
  });

  it('cannot be kept where it is not allowed, nor beyond five, whoever writes it', async () => {
    await allow(1, false);
    const { wrapUp } = await wrapping();
    const write = (sql: string) =>
      assert.rejects(center.deps.db.tx((q) => q.run(`update wrapup set ${sql} where id = $1`, wrapUp.id)));
    await write('rating = 3');
    await write('rating_allowed = 1, rating = 6');
  });
});
