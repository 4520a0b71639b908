import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { endCallByAgent } from '../call/end-call-by-agent.js';
import { createCallLink } from '../call-link/create-call-link.js';
import { readConversationDetail } from '../conversation/read-conversation.js';
import { createCallCenter, type CallCenter } from '../testing/call-center.js';
import { closeWrapUp } from './close-wrap-up.js';
import { saveNote, saveSummary } from './save-words.js';

const code = (expected: string) => (error: unknown) => (error as { code?: string }).code === expected;

describe('a wrap-up', () => {
  let center: CallCenter;
  beforeEach(async () => (center = await createCallCenter()));
  afterEach(() => center.close());

  async function wrapping() {
    const { ana, guest, callId } = await center.talking();
    await endCallByAgent(center.deps, { agentId: ana.id, callId });
    const { wrapUp } = await ana.state();
    assert.ok(wrapUp);
    const notes = async () => {
      const detail = await readConversationDetail(center.deps, {
        agentId: ana.id,
        conversationId: wrapUp.conversationId,
      });
      return detail.timeline.filter(({ type }) => type === 'note_saved').map(({ text }) => text);
    };
    return { ana, guest, wrapUp, notes, which: { agentId: ana.id, wrapUpId: wrapUp.id } };
  }

  it('lasts 30 seconds by the server, keeps calls away, and frees the agent by itself (WRP-4, WRP-5, RCV-6)', async () => {
    const { ana, wrapUp } = await wrapping();
    assert.equal(wrapUp.endsAt - wrapUp.openedAt, 30_000);
    const next = await center.customer();
    await next.call();
    await center.pass(29_999, [ana, next]);
    assert.equal((await ana.state()).agent.availability, 'wrapping');
    assert.equal(await ana.ringing(), undefined);
    await center.pass(1, [ana, next]);
    assert.equal((await ana.state()).wrapUp, null);
    assert.ok(await ana.ringing());
  });

  it('keeps what was noted when its time runs out, also the last words that come late (E-33)', async () => {
    const { ana, which, notes } = await wrapping();
    await saveNote(center.deps, { ...which, note: 'half a sent' });
    await center.pass(30_000, [ana]);
    assert.deepEqual(await notes(), ['half a sent']);
    await saveNote(center.deps, { ...which, note: 'half a sentence' });
    assert.deepEqual(await notes(), ['half a sentence']);
  });

  it('closes by hand with note and status, once (WRP-7)', async () => {
    const { ana, which, notes } = await wrapping();
    const close = () => closeWrapUp(center.deps, { ...which, note: 'Done.', conversationStatus: 'closed' });
    const answers = await Promise.allSettled([close(), close(), close()]);
    assert.equal(answers.filter(({ status }) => status === 'fulfilled').length, 1);
    assert.deepEqual(await notes(), ['Done.']);
    const { agent } = await ana.state();
    assert.equal(agent.availability, 'available');
    await assert.rejects(saveNote(center.deps, { ...which, note: 'more' }), code('wrapup_closed'));
  });

  it('keeps a summary beside the note, also late, and one of each (WRP-2, E-33)', async () => {
    const { ana, wrapUp, which, notes } = await wrapping();
    const summaries = async () => {
      const detail = await readConversationDetail(center.deps, {
        agentId: ana.id,
        conversationId: wrapUp.conversationId,
      });
      return detail.timeline.filter(({ type }) => type === 'summary_saved').map(({ text, actor }) => [text, actor]);
    };
    assert.equal((await saveSummary(center.deps, { ...which, summary: 'Billing' })).summary, 'Billing');
    assert.equal((await ana.state()).wrapUp?.summary, 'Billing');
    await saveNote(center.deps, { ...which, note: 'Called about the bill.' });
    assert.deepEqual(await summaries(), [], 'the conversation hears of it once the wrap-up is over');
    await center.pass(30_000, [ana]);
    assert.deepEqual([await summaries(), await notes()], [[['Billing', 'Ana']], ['Called about the bill.']]);
    await saveSummary(center.deps, { ...which, summary: 'Billing, solved' });
    await saveNote(center.deps, { ...which, note: 'Called about the bill, twice.' });
    assert.deepEqual(
      [await summaries(), await notes()],
      [[['Billing, solved', 'Ana']], ['Called about the bill, twice.']],
    );
  });

  for (const [title, change, kept] of [
    ['stays as it was saved where closing says nothing of it', {}, 'Billing'],
    ['is what closing says', { summary: 'Solved' }, 'Solved'],
  ] as const)
    it(`a summary ${title}`, async () => {
      const { which } = await wrapping();
      await saveSummary(center.deps, { ...which, summary: 'Billing' });
      const closed = await closeWrapUp(center.deps, { ...which, note: '', conversationStatus: 'open', ...change });
      assert.equal(closed.summary, kept);
      await assert.rejects(saveSummary(center.deps, { ...which, summary: 'more' }), code('wrapup_closed'));
    });

  it('leaves no empty note behind', async () => {
    const { which, notes } = await wrapping();
    await closeWrapUp(center.deps, { ...which, note: '  \n', conversationStatus: 'open' });
    assert.deepEqual(await notes(), []);
  });

  it('is nobody else’s (T33)', async () => {
    const { wrapUp } = await wrapping();
    const ben = await center.agent('Ben');
    await assert.rejects(saveNote(center.deps, { agentId: ben.id, wrapUpId: wrapUp.id, note: 'x' }), code('not_found'));
  });

  it('lets a status chosen during call and wrap-up come into force afterwards (spec §3.3)', async () => {
    const { ana, which } = await wrapping();
    const during = await ana.setStatus('away');
    assert.deepEqual([during.status, during.nextStatus, during.availability], ['active', 'away', 'wrapping']);
    await closeWrapUp(center.deps, { ...which, note: '', conversationStatus: 'open' });
    const { agent } = await ana.state();
    assert.deepEqual([agent.status, agent.nextStatus, agent.availability], ['away', null, 'away']);
  });

  it('decides where the next call of the same conversation goes (WRP-8, LNK-12)', async () => {
    const { ana, wrapUp, which } = await wrapping();
    await closeWrapUp(center.deps, { ...which, note: '', conversationStatus: 'open' });
    const linkFor = async (conversationId: string) => {
      const { url } = await createCallLink(center.deps, { agentId: ana.id, conversationId });
      return url.slice(url.lastIndexOf('/') + 1);
    };
    const back = await center.customer(await linkFor(wrapUp.conversationId));
    await back.call();
    assert.equal((await ana.ringing())?.conversationId, wrapUp.conversationId);
    assert.equal((await ana.ringing())?.caller.name, 'Marija', 'the name comes from the conversation');
  });

  it('leaves closed what was closed: the person may have another open conversation by now (spec §3.1)', async () => {
    const { ana, wrapUp, which } = await wrapping();
    await center.deps.db.tx(async (q) => {
      await q.run(`insert into person (id, name) values ('per_1', 'Marija')`);
      await q.run(
        `update conversation set person_id = 'per_1', status = 'closed' where id = $1`,
        wrapUp.conversationId,
      );
      await q.run(
        `insert into conversation (id, person_id, title, status, queue_id, opened_at, updated_at)
         values ('con_2', 'per_1', 'Marija', 'open', $1, 0, 0)`,
        center.queueId,
      );
    });
    const closed = await closeWrapUp(center.deps, { ...which, note: 'n', conversationStatus: 'open' });
    assert.deepEqual([closed.closedBy, closed.conversationStatus], ['agent', 'closed']);
    assert.equal((await ana.state()).agent.availability, 'available');
  });

  it('takes late words for ten minutes after its time ran out, not longer (E-33)', async () => {
    const { ana, which, notes } = await wrapping();
    await center.pass(30_000, [ana]);
    await center.pass(599_999, [ana]);
    await saveNote(center.deps, { ...which, note: 'late' });
    await center.pass(1, [ana]);
    await assert.rejects(saveNote(center.deps, { ...which, note: 'too late' }), code('wrapup_closed'));
    assert.deepEqual(await notes(), ['late']);
  });

  it('refuses a close that comes after its time ran out, and changes nothing', async () => {
    const { ana, which, notes } = await wrapping();
    await saveNote(center.deps, { ...which, note: 'saved' });
    await center.pass(30_000, [ana]);
    await assert.rejects(
      closeWrapUp(center.deps, { ...which, note: 'other', conversationStatus: 'closed' }),
      code('wrapup_closed'),
    );
    assert.deepEqual(await notes(), ['saved']);
    assert.equal((await ana.state()).agent.availability, 'available');
  });

  it('refuses a link for a closed conversation, and a call by an older link opens a new one', async () => {
    const { ana, wrapUp, which } = await wrapping();
    const older = await createCallLink(center.deps, { agentId: ana.id, conversationId: wrapUp.conversationId });
    await closeWrapUp(center.deps, { ...which, note: '', conversationStatus: 'closed' });
    await assert.rejects(
      createCallLink(center.deps, { agentId: ana.id, conversationId: wrapUp.conversationId }),
      code('conversation_closed'),
    );
    await (await center.customer(older.url.slice(older.url.lastIndexOf('/') + 1))).call();
    const offer = await ana.ringing();
    assert.ok(offer && offer.conversationId !== wrapUp.conversationId);
  });
});
