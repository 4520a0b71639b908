import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { Conversation } from '@carillon/contract';
import { endCallByAgent } from '../call/end-call-by-agent.js';
import { ensureQueue } from '../queue/ensure-queue.js';
import { createCallCenter, type CallCenter } from '../testing/call-center.js';
import { agentStream } from '../transition/publish-changes.js';
import { saveNote } from '../wrap-up/save-words.js';
import { closeWrapUp } from '../wrap-up/close-wrap-up.js';
import { readConversationDetail } from './read-conversation.js';
import { writeNote } from './write-note.js';

const code = (expected: string) => (error: unknown) => (error as { code?: string }).code === expected;
const clientId = 'the-first-note';

describe('a note outside the wrap-up (WRP-2)', () => {
  let center: CallCenter;
  beforeEach(async () => (center = await createCallCenter()));
  afterEach(() => center.close());

  /** Ana and Ben, and the conversation of a call that has ended. */
  async function afterCall() {
    const { ana, callId } = await center.talking();
    const ben = await center.agent('Ben');
    const conversationId = (await ana.state()).call?.conversationId ?? '';
    await endCallByAgent(center.deps, { agentId: ana.id, callId });
    const note = (text: string, more: { readonly clientId?: string; readonly agentId?: string } = {}) =>
      writeNote(center.deps, { agentId: ana.id, conversationId, clientId, text, ...more });
    const notes = async (agentId = ana.id) => {
      const { timeline } = await readConversationDetail(center.deps, { agentId, conversationId });
      return timeline.filter(({ type }) => type === 'note_saved');
    };
    const words = async () => (await notes()).map(({ actor, text }) => [actor, text]);
    return { ana, ben, conversationId, note, notes, words };
  }

  it('stands in the timeline as it was answered, for everybody of the queue', async () => {
    const { note, notes, ben, conversationId } = await afterCall();
    const at = center.deps.now() + 60_000;
    center.clock.moveTo(at);
    const entry = await note('Sends the bill again.\nHalf of it is paid back.');
    assert.deepEqual([entry.type, entry.actor, entry.at, entry.durationMs], ['note_saved', 'Ana', at, null]);
    assert.deepEqual(await notes(ben.id), [entry]);
    const { conversation } = await readConversationDetail(center.deps, { agentId: ben.id, conversationId });
    assert.equal(conversation.updatedAt, at);
  });

  it('is written by several agents, in the order in which they wrote', async () => {
    const { note, words, ben } = await afterCall();
    await note('One');
    await note('Two', { agentId: ben.id });
    await note('Three', { clientId: 'the-second-note' });
    assert.deepEqual(await words(), [
      ['Ana', 'One'],
      ['Ben', 'Two'],
      ['Ana', 'Three'],
    ]);
  });

  it('is one however often it is sent, also by fifty requests at once', async () => {
    const { note, notes } = await afterCall();
    const answers = await Promise.all(Array.from({ length: 50 }, () => note('Once')));
    assert.deepEqual(new Set(answers.map(({ id }) => id)).size, 1);
    center.clock.moveTo(center.deps.now() + 5_000);
    const again = await note('Once');
    assert.deepEqual(await notes(), [again]);
    assert.deepEqual(again, answers[0], 'it is as it was kept then');
  });

  it('is refused with another text under the same id', async () => {
    const { note, words } = await afterCall();
    await note('One');
    await assert.rejects(note('Two'), code('idempotency_mismatch'));
    assert.deepEqual(await words(), [['Ana', 'One']]);
  });

  it('is kept apart from a second one by the store, too', async () => {
    const { note, conversationId } = await afterCall();
    await note('One');
    const twice = center.deps.db.tx((q) =>
      q.run(
        `insert into conversation_event (id, conversation_id, at, seq, type, text, ref)
         select 'tle_x', conversation_id, at, seq + 1, type, text, ref from conversation_event
         where conversation_id = $1 and type = 'note_saved'`,
        conversationId,
      ),
    );
    await assert.rejects(twice, /unique|duplicate/i);
  });

  it('stands beside the note of the wrap-up, which goes on being written', async () => {
    const { ana, note, words } = await afterCall();
    const wrapUpId = (await ana.state()).wrapUp?.id ?? '';
    await saveNote(center.deps, { agentId: ana.id, wrapUpId, note: 'Of the call' });
    await note('Beside it', { clientId: wrapUpId });
    await closeWrapUp(center.deps, {
      ...{ agentId: ana.id, wrapUpId, note: 'Of the whole call', conversationStatus: 'closed' },
    });
    assert.deepEqual(await words(), [
      ['Ana', 'Beside it'],
      ['Ana', 'Of the whole call'],
    ]);
  });

  it('can be written on a call, and once the conversation is closed, which it stays', async () => {
    const { ana } = await center.talking();
    const conversationId = (await ana.state()).call?.conversationId ?? '';
    const own = { agentId: ana.id, conversationId };
    await writeNote(center.deps, { ...own, clientId, text: 'While we talk' });
    await center.deps.db.tx((q) => q.run("update conversation set status = 'closed'"));
    await writeNote(center.deps, { ...own, clientId: 'the-second-note', text: 'Afterwards' });
    const { conversation, timeline } = await readConversationDetail(center.deps, own);
    assert.equal(conversation.status, 'closed');
    assert.deepEqual(
      timeline.filter(({ type }) => type === 'note_saved').map(({ text }) => text),
      ['While we talk', 'Afterwards'],
    );
  });

  it('is told to every agent of the queue', async () => {
    const { note, ben } = await afterCall();
    const heard = async () => (await center.deps.streams.readEvents(agentStream(ben.id), 0)).events;
    const before = (await heard()).length;
    await note('One');
    const [told, ...others] = (await heard()).slice(before);
    assert.deepEqual([told?.type, others], ['conversation', []]);
    assert.equal(Conversation.parse(JSON.parse(told?.body ?? '')).updatedAt, center.deps.now());
  });

  it('does not exist for agents of other queues, who write none (T33)', async () => {
    const { note, words } = await afterCall();
    const sela = await center.agent('Sela', {
      queues: [await ensureQueue(center.deps, { key: 'sales', name: 'Sales' })],
    });
    await assert.rejects(note('Mine', { agentId: sela.id }), code('conversation_not_found'));
    const nowhere = { agentId: sela.id, conversationId: 'con_x', clientId, text: 'Mine' };
    await assert.rejects(writeNote(center.deps, nowhere), code('conversation_not_found'));
    assert.deepEqual(await words(), []);
  });
});
