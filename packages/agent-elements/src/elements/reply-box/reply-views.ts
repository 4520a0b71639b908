import type { MessageChannel, MessagePage, Message } from '@carillon/contract';
import type { AgentSession } from '../../session/agent-session.js';

/** What is known of writing to a customer. */
export interface ReplyView {
  /** The ways that are open just now. */
  readonly channels: readonly MessageChannel[];
  /** E-mail of agents that has not gone out, and the newest one that has. */
  readonly mails: readonly Message[];
  /** To whom the next e-mail may go, and what it may be about, from what was written before. */
  readonly to: string;
  readonly subject: string;
}

/**
 * Makes a way to ask how the customer of a conversation can be written to. The address that People has is asked for once
 * for a conversation that is asked about again, and not at all where it is given.
 */
export function replyViews(given: () => string | null): (session: AgentSession, id: string) => Promise<ReplyView> {
  let known: { readonly of: string; readonly address: string } | null = null;
  return async ({ desk: { conversations } }, id) => {
    const page = await conversations.messages(id, {});
    const address = given();
    if (address !== null) return toView(page, address);
    if (known?.of !== id) known = { of: id, address: (await conversations.get(id)).person?.emails[0] ?? '' };
    return toView(page, known.address);
  };
}

/** What is answered, or written on to, says to whom and about what the next one goes. */
export function toView({ channels, messages }: Pick<MessagePage, 'channels' | 'messages'>, address: string): ReplyView {
  const all = messages.filter(({ mail }) => mail !== undefined);
  const own = all.filter(({ sender }) => sender === 'agent');
  const newest = all.at(-1)?.mail;
  const lastSent = own.findLast(({ mail }) => mail?.state === 'sent');
  return {
    channels,
    mails: own.filter((one) => one === lastSent || one.mail?.state !== 'sent').slice(-5),
    to: newest?.address ?? address,
    subject: newest?.subject ? answering(newest.subject) : '',
  };
}

const answering = (subject: string): string => (/^re:/i.test(subject) ? subject : `Re: ${subject}`);
