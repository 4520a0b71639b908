import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { type KeptAnswer, type WrapUpAnswer, type WrapUpField, WrapUpFields } from '@carillon/contract';
import { endCallByAgent } from '../call/end-call-by-agent.js';
import { changeSettings } from '../company/change-settings.js';
import { readConversationDetail } from '../conversation/read-conversation.js';
import { createWebhookBench, type WebhookBench } from '../testing/webhook-bench.js';
import { createCallCenter, type CallCenter } from '../testing/call-center.js';
import { closeWrapUp } from './close-wrap-up.js';
import { saveAnswers } from './save-answers.js';
import { saveNote } from './save-words.js';

const label = { en: 'Reason', de: 'Grund' };
const fields = WrapUpFields.parse([
  { key: 'reason', kind: 'choice', label, required: true, choices: ['Bill', 'Fault'] },
  { key: 'details', kind: 'long-text', label: 'Details' },
  { key: 'amount', kind: 'number', label: 'Amount' },
  { key: 'again', kind: 'yes-no', label: 'Call again' },
  { key: 'on', kind: 'date', label: 'On' },
]);
const bill: WrapUpAnswer = { key: 'reason', value: 'Bill' };
const all: readonly WrapUpAnswer[] = [
  bill,
  { key: 'details', value: 'Paid twice.\nWants it back.' },
  { key: 'amount', value: 12.5 },
  { key: 'again', value: false },
  { key: 'on', value: '2027-03-01' },
];
const reason = (value: string): KeptAnswer => ({ key: 'reason', kind: 'choice', label, value });

describe('the form of a wrap-up', () => {
  let center: CallCenter;
  beforeEach(async () => (center = await createCallCenter()));
  afterEach(() => center.close());
  const set = (version: number, wrapUpFields: WrapUpField[]) =>
    changeSettings(center.deps, { change: { version, wrapUpFields }, name: 'Northwind' });

  async function wrapping(wrapUpFields: WrapUpField[] = fields) {
    if (wrapUpFields.length > 0) await set(1, wrapUpFields);
    const { ana, callId } = await center.talking();
    await endCallByAgent(center.deps, { agentId: ana.id, callId });
    const { wrapUp } = await ana.state();
    assert.ok(wrapUp);
    const which = { agentId: ana.id, wrapUpId: wrapUp.id };
    const save = (answers: readonly WrapUpAnswer[]) => saveAnswers(center.deps, { ...which, answers });
    const close = (answers?: readonly WrapUpAnswer[]) =>
      closeWrapUp(center.deps, { ...which, note: '', conversationStatus: 'open', answers });
    const history = async () => {
      const which = { agentId: ana.id, conversationId: wrapUp.conversationId };
      const { timeline } = await readConversationDetail(center.deps, which);
      return timeline
        .filter(({ type }) => type === 'form_filled')
        .map(({ actor, text, answers }) => ({ actor, text, answers }));
    };
    return { ana, wrapUp, which, save, close, history };
  }

  it('is not there where the company has set none, and stands in nobody’s way', async () => {
    const { wrapUp, close, history } = await wrapping([]);
    assert.deepEqual([wrapUp.fields, wrapUp.answers], [[], []]);
    await close();
    assert.deepEqual(await history(), []);
  });

  it('keeps what is answered while it is filled in, whole each time, in the order of the form', async () => {
    const { ana, wrapUp, save, history } = await wrapping();
    assert.deepEqual([wrapUp.fields, wrapUp.answers], [fields, []]);
    assert.deepEqual((await save([...all].reverse())).answers, all);
    assert.deepEqual((await ana.state()).wrapUp?.answers, all);
    assert.deepEqual((await save([bill])).answers, [bill]);
    assert.deepEqual((await save([])).answers, []);
    assert.deepEqual(await history(), [], 'the conversation hears of it once the wrap-up is over');
  });

  it('is in the conversation once it is closed, with what was asked', async () => {
    const { save, close, history } = await wrapping();
    await save(all);
    assert.deepEqual((await close()).answers, all);
    const [entry, ...more] = await history();
    assert.deepEqual([entry?.actor, entry?.text, more], ['Ana', null, []]);
    assert.deepEqual(
      entry?.answers?.map(({ label, kind, value }) => [label, kind, value]),
      fields.map(({ label, kind }, index) => [label, kind, all[index]?.value]),
    );
  });

  it('can be answered as it is closed', async () => {
    const { save, close, history } = await wrapping();
    await save([
      { key: 'reason', value: 'Fault' },
      { key: 'amount', value: 3 },
    ]);
    await close([bill]);
    assert.deepEqual((await history())[0]?.answers, [reason('Bill')]);
  });

  it('is not closed by hand without what is required, which is named; nothing has changed then', async () => {
    const { ana, close, history } = await wrapping();
    const missing = { code: 'answers_missing', fields: ['answers.reason'] };
    await assert.rejects(close(), missing);
    await assert.rejects(close([{ key: 'amount', value: 1 }]), missing);
    assert.deepEqual((await ana.state()).wrapUp?.answers, []);
    await close([bill]);
    assert.equal((await history()).length, 1);
    await assert.rejects(close(), { code: 'wrapup_closed' }, 'over is over, whatever is missing');
  });

  it('is closed by its time without what is required, with what there is (E-33)', async () => {
    const { ana, save, history } = await wrapping();
    await save([{ key: 'again', value: true }]);
    await center.pass(30_000, [ana]);
    assert.equal((await ana.state()).agent.availability, 'available');
    const answers = [{ key: 'again', kind: 'yes-no', label: 'Call again', value: true }];
    assert.deepEqual(await history(), [{ actor: 'Ana', text: null, answers }]);
  });

  it('takes the last answers late, as it takes the last words, and keeps the note apart from them', async () => {
    const { ana, which, save, history } = await wrapping();
    await center.pass(30_000, [ana]);
    assert.deepEqual(await history(), []);
    await save([bill]);
    await saveNote(center.deps, { ...which, note: 'late' });
    await save([{ key: 'reason', value: 'Fault' }]);
    assert.deepEqual(await history(), [{ actor: 'Ana', text: null, answers: [reason('Fault')] }]);
    await center.pass(600_000, [ana]);
    await assert.rejects(save([bill]), { code: 'wrapup_closed' });
  });

  it('stays as it was asked, whatever the company asks for since', async () => {
    const { ana, save, close, history } = await wrapping();
    await set(2, WrapUpFields.parse([{ key: 'reason', kind: 'number', label: 'Why', required: true }]));
    assert.deepEqual((await ana.state()).wrapUp?.fields, fields);
    await save([bill]);
    await close();
    await set(3, []);
    assert.deepEqual((await history())[0]?.answers, [reason('Bill')]);
  });

  for (const [what, answers, refused] of [
    ['a value of another kind', [{ key: 'amount', value: 'twelve' }], ['answers.amount']],
    ['what is no choice', [{ key: 'reason', value: 'bill' }], ['answers.reason']],
    ['a day that does not exist', [{ key: 'on', value: '2027-02-30' }], ['answers.on']],
    ['too long a text', [bill, { key: 'details', value: 'x'.repeat(2_001) }], ['answers.details']],
    ['what was not asked, without repeating it', [bill, { key: 'made-up', value: 1 }], ['answers']],
  ] as const)
    it(`refuses ${what}, and keeps what was there`, async () => {
      const { ana, save, close } = await wrapping();
      await save(all);
      const refusal = { code: 'invalid_request', fields: refused };
      await assert.rejects(save(answers), refusal);
      await assert.rejects(close(answers), refusal);
      assert.deepEqual((await ana.state()).wrapUp?.answers, all);
    });

  it('is nobody else’s, and over after *Close* (T33)', async () => {
    const { which, save, close } = await wrapping();
    const ben = await center.agent('Ben');
    const foreign = saveAnswers(center.deps, { ...which, agentId: ben.id, answers: [bill] });
    await assert.rejects(foreign, { code: 'not_found' });
    await close([bill]);
    await assert.rejects(save([bill]), { code: 'wrapup_closed' });
  });
});

describe('a webhook of a wrap-up that is over', () => {
  let bench: WebhookBench;
  beforeEach(async () => (bench = await createWebhookBench()));
  afterEach(() => bench.close());

  it('tells what was chosen and counted in its form, and nothing that somebody wrote', async () => {
    await changeSettings(bench.deps, { change: { version: 1, wrapUpFields: fields }, name: 'Northwind' });
    const { ana, callId } = await bench.talking();
    await endCallByAgent(bench.deps, { agentId: ana.id, callId });
    const { wrapUp } = await ana.state();
    const which = { agentId: ana.id, wrapUpId: wrapUp?.id ?? '' };
    await closeWrapUp(bench.deps, { ...which, note: '', conversationStatus: 'open', answers: all });
    await bench.deliver();
    const closed = bench.sent.find(({ type }) => type === 'wrapup.closed');
    assert.deepEqual(
      closed?.data['answers'],
      all.filter(({ key }) => key !== 'details'),
    );
    assert.ok(!closed?.body.includes('Paid twice'));
  });
});
