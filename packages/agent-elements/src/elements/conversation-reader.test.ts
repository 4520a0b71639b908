import { expect, waitUntil } from '@open-wc/testing';
import type { Conversation } from '@carillon/contract';
import type { AgentSession } from '../session/agent-session.js';
import { ConversationReader } from './conversation-reader.js';

/** A session that tells of changes when it is told to. */
function changes() {
  const listeners = new Set<(conversation: Conversation) => void>();
  const session = {
    onConversation: (listener: (conversation: Conversation) => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  } as unknown as AgentSession;
  return { session, listeners, change: (id: string) => listeners.forEach((tell) => tell({ id } as Conversation)) };
}

/** A reader, what it has asked for, and a promise of its next answer. */
function reader(ask: (id: string) => Promise<string> = (id) => Promise.resolve(id)) {
  const asked: string[] = [];
  const read: string[] = [];
  const failed: unknown[] = [];
  let heard: () => void = () => undefined;
  const made = new ConversationReader<string>({
    ask: (_, id) => (asked.push(id), ask(id)),
    read: (one) => (read.push(one), heard()),
    failed: (error) => (failed.push(error), heard()),
  });
  const next = () => new Promise<void>((resolve) => (heard = resolve));
  return { made, asked, read, failed, next };
}

describe('reading a conversation', () => {
  it('is done at once for the one that is followed', async () => {
    const { made, read, next } = reader();
    const first = next();
    made.follow(changes().session, 'con_1');
    await first;
    expect(read).to.deep.equal(['con_1']);
  });

  it('is done once for a bunch of changes, and not for those of another', async () => {
    const { session, change } = changes();
    const { made, asked, next } = reader();
    const first = next();
    made.follow(session, 'con_1');
    await first;
    const second = next();
    for (const id of ['con_1', 'con_2', 'con_1', 'con_1']) change(id);
    expect(asked, 'not in the middle of it').to.have.length(1);
    await second;
    expect(asked).to.deep.equal(['con_1', 'con_1']);
    const third = next();
    change('con_1');
    await third;
    expect(asked).to.have.length(3);
  });

  it('forgets a change of what is not followed any more', async () => {
    const { session, listeners, change } = changes();
    const { made, asked, next } = reader();
    const first = next();
    made.follow(session, 'con_1');
    await first;
    change('con_1');
    const second = next();
    made.follow(session, 'con_2');
    await second;
    const third = next();
    change('con_2');
    await third;
    expect(asked).to.deep.equal(['con_1', 'con_2', 'con_2']);
    made.follow(null, '');
    expect(listeners.size).to.equal(0);
  });

  it('drops an answer about another conversation, and says a failure of its own only', async () => {
    const waits = new Map<string, (read: string) => void>();
    const { made, read, failed, next } = reader((id) =>
      id === 'con_3' ? Promise.reject(new Error('gone')) : new Promise((resolve) => waits.set(id, resolve)),
    );
    const { session } = changes();
    made.follow(session, 'con_1');
    made.follow(session, 'con_2');
    waits.get('con_1')?.('late');
    await waitUntil(() => waits.has('con_2'));
    const answered = next();
    waits.get('con_2')?.('right');
    await answered;
    expect(read).to.deep.equal(['right']);
    const refused = next();
    made.follow(session, 'con_3');
    await refused;
    expect(failed).to.have.length(1);
  });
});
