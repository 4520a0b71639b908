import type { Message, MessageSender } from '@carillon/contract';
import type { ChatEntry } from './chat-snapshot.js';
import type { Outgoing } from './outgoing.js';

/** What is shown: the messages that are here, in order, and after them what is on its way. */
export function chatEntries({
  list,
  outgoing,
  delivered,
  own,
}: {
  readonly list: readonly Message[];
  readonly outgoing: readonly Outgoing[];
  /** The newest own message that the other side has. */
  readonly delivered: number;
  readonly own: MessageSender;
}): readonly ChatEntry[] {
  return Object.freeze([
    ...list.map(({ seq, sender, name, text, clientId, createdAt, deliveredAt }): ChatEntry => {
      const mine = sender === own;
      const arrived = deliveredAt !== null || seq <= delivered;
      const state = mine ? (arrived ? 'delivered' : 'sent') : 'received';
      return { key: `${sender} ${clientId}`, seq, sender, own: mine, name, text, at: createdAt, state, failure: null };
    }),
    ...outgoing.map(({ clientId, text, at, failure }): ChatEntry => {
      const state = failure === null ? 'sending' : 'failed';
      return { key: `${own} ${clientId}`, seq: null, sender: own, own: true, name: null, text, at, state, failure };
    }),
  ]);
}
