import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { endCallByAgent } from '../call/end-call-by-agent.js';
import { changeSettings } from '../company/change-settings.js';
import { readConversationDetail } from '../conversation/read-conversation.js';
import { createCallCenter, type CallCenter } from '../testing/call-center.js';
import { chooseDisposition } from './choose-disposition.js';
import { closeWrapUp } from './close-wrap-up.js';

const dispositions = ['Sold', 'Wrong number'];

describe('what became of a call', () => {
  let center: CallCenter;
  beforeEach(async () => (center = await createCallCenter()));
  afterEach(() => center.close());

  const set = (version: number, all: string[]) =>
    changeSettings(center.deps, { change: { version, dispositions: all }, name: 'Northwind' });

  async function wrapping() {
    const { ana, callId } = await center.talking();
    await endCallByAgent(center.deps, { agentId: ana.id, callId });
    const { wrapUp } = await ana.state();
    assert.ok(wrapUp);
    const which = { agentId: ana.id, wrapUpId: wrapUp.id };
    const choose = (disposition: string | null) => chooseDisposition(center.deps, { ...which, disposition });
    const close = (more: { disposition?: string | null } = {}) =>
      closeWrapUp(center.deps, { ...which, note: '', conversationStatus: 'open', ...more });
    const outcomes = async () => {
      const { timeline } = await readConversationDetail(center.deps, {
        agentId: ana.id,
        conversationId: wrapUp.conversationId,
      });
      return timeline.filter(({ type }) => type === 'disposition_chosen').map(({ text, actor }) => [text, actor]);
    };
    return { ana, wrapUp, which, choose, close, outcomes };
  }

  it('is not asked for where the company has set nothing', async () => {
    const { wrapUp } = await wrapping();
    assert.deepEqual([wrapUp.dispositions, wrapUp.disposition], [[], null]);
  });

  it('is asked for with what the company has set, in its order', async () => {
    await set(1, dispositions);
    const { wrapUp } = await wrapping();
    assert.deepEqual([wrapUp.dispositions, wrapUp.disposition], [dispositions, null]);
  });

  it('is chosen, changed and taken back while the wrap-up is open', async () => {
    await set(1, dispositions);
    const { ana, choose, outcomes } = await wrapping();
    assert.equal((await choose('Sold')).disposition, 'Sold');
    assert.equal((await ana.state()).wrapUp?.disposition, 'Sold');
    assert.equal((await choose('Wrong number')).disposition, 'Wrong number');
    assert.equal((await choose(null)).disposition, null);
    assert.deepEqual(await outcomes(), [], 'the conversation hears of it once the wrap-up is over');
  });

  it('is in the conversation once the time runs out', async () => {
    await set(1, dispositions);
    const { ana, choose, outcomes } = await wrapping();
    await choose('Sold');
    await center.pass(30_000, [ana]);
    assert.deepEqual(await outcomes(), [['Sold', 'Ana']]);
  });

  it('is in the conversation once, however it is closed, with what was chosen last', async () => {
    await set(1, dispositions);
    const { choose, close, outcomes } = await wrapping();
    await choose('Sold');
    const answers = await Promise.allSettled([1, 2, 3].map(() => close({ disposition: 'Wrong number' })));
    assert.equal(answers.filter(({ status }) => status === 'fulfilled').length, 1);
    assert.deepEqual(await outcomes(), [['Wrong number', 'Ana']]);
  });

  for (const [title, more, disposition] of [
    ['stays as it was where closing says nothing of it', {}, 'Sold'],
    ['goes where closing says none', { disposition: null }, null],
  ] as const)
    it(title, async () => {
      await set(1, dispositions);
      const { choose, close, outcomes } = await wrapping();
      await choose('Sold');
      assert.equal((await close(more)).disposition, disposition);
      assert.deepEqual(await outcomes(), disposition === null ? [] : [[disposition, 'Ana']]);
    });

  it('is one of what was there when the call ended, whatever is set since', async () => {
    await set(1, dispositions);
    const { choose, close } = await wrapping();
    await set(2, ['Other']);
    const refused = { code: 'invalid_request', fields: ['disposition'] };
    await assert.rejects(choose('Other'), refused);
    await assert.rejects(choose('sold'), refused);
    await assert.rejects(close({ disposition: 'Other' }), refused);
    assert.equal((await choose('Sold')).disposition, 'Sold');
    assert.ok(await close({ disposition: null }), 'a refusal has closed nothing');
  });

  it('is nobody else’s to choose, and not after the wrap-up (T33)', async () => {
    await set(1, dispositions);
    const { which, choose, close } = await wrapping();
    const ben = await center.agent('Ben');
    await assert.rejects(chooseDisposition(center.deps, { ...which, agentId: ben.id, disposition: 'Sold' }), {
      code: 'not_found',
    });
    await close({ disposition: null });
    await assert.rejects(choose('Sold'), { code: 'wrapup_closed' });
  });
});
