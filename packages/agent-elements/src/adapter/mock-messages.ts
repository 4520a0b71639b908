import type {
  MailFailure,
  MailState,
  Message,
  MessageMail,
  MessagePage,
  SendMailRequest,
  SendMessageRequest,
} from '@carillon/contract';
import { MockProblem } from './mock-script.js';
import type { MockWorld } from './mock-world.js';

const perPage = 100;

/** The messages of a mock desk's conversations. `customerWrites` is what the other side does. */
export class MockMessages {
  readonly #world: MockWorld;
  readonly #conversations = new Map<string, Message[]>();

  readonly #hasMail: boolean;

  constructor(world: MockWorld, hasMail = false) {
    this.#world = world;
    this.#hasMail = hasMail;
  }

  list(conversationId: string, { after, before }: { after?: number; before?: number }): MessagePage {
    const found = this.#of(conversationId).filter(({ seq }) =>
      after === undefined ? seq < (before ?? Number.POSITIVE_INFINITY) : seq > after,
    );
    return {
      messages: after === undefined ? found.slice(-perPage) : found.slice(0, perPage),
      more: found.length > perPage,
      channels: [
        ...(this.#reachable(conversationId) ? ['call_chat' as const] : []),
        ...(this.#hasMail ? ['email' as const] : []),
      ],
      serverNow: this.#world.now(),
    };
  }

  send(conversationId: string, request: SendMessageRequest): Message {
    if (!this.#reachable(conversationId)) throw new MockProblem('customer_not_reachable');
    return this.#write(conversationId, 'agent', request);
  }

  /** The agent writes an e-mail, which is on its way from then on. */
  mail(conversationId: string, { clientId, to, subject, text }: SendMailRequest): Message {
    if (!this.#hasMail) throw new MockProblem('mail_unavailable');
    const mail: MessageMail = { address: to, subject, state: 'sending', failure: null };
    const message = this.#write(conversationId, 'agent', { clientId, text }, mail);
    this.#world.changeConversation(conversationId);
    return message;
  }

  retryMail(id: string): Message {
    return this.settleMail('sending', null, id);
  }

  /** The mail server has the newest e-mail, or that of an id, or does not take it. */
  settleMail(state: MailState, failure: MailFailure | null = null, id?: string): Message {
    for (const [conversationId, messages] of this.#conversations) {
      const found = messages.findLast((one) => one.mail && one.sender === 'agent' && (id ?? one.id) === one.id);
      if (!found?.mail) continue;
      const settled: Message = { ...found, mail: { ...found.mail, state, failure } };
      this.#keep(
        conversationId,
        messages.map((one) => (one === found ? settled : one)),
      );
      this.#world.changeConversation(conversationId);
      return settled;
    }
    throw new MockProblem('not_found');
  }

  /** The customer writes an e-mail. */
  customerMails(
    conversationId: string,
    { address, subject, text }: { address: string; subject: string; text: string },
  ) {
    const mail: MessageMail = { address, subject, state: 'received', failure: null };
    this.#write(conversationId, 'customer', { clientId: this.#world.newId('msg'), text }, mail);
    this.#world.changeConversation(conversationId);
  }

  /** The agent's page has the customer's messages. */
  received(conversationId: string, upTo: number): void {
    this.#receive(conversationId, 'customer', upTo);
  }

  /** The customer writes in a conversation; without one in that of the live call. */
  customerWrites(text: string, conversationId = this.#world.call?.conversationId ?? ''): Message {
    return this.#write(conversationId, 'customer', { clientId: this.#world.newId('msg'), text });
  }

  /** The customer's page has what the agent wrote. */
  customerReceives(conversationId = this.#world.call?.conversationId ?? ''): void {
    this.#receive(conversationId, 'agent', Number.POSITIVE_INFINITY);
  }

  #of(conversationId: string): Message[] {
    return this.#conversations.get(conversationId) ?? [];
  }

  #reachable(conversationId: string): boolean {
    const { call } = this.#world;
    return call !== null && call.state !== 'ended' && call.conversationId === conversationId;
  }

  #write(
    conversationId: string,
    sender: Message['sender'],
    { clientId, text }: SendMessageRequest,
    mail?: MessageMail,
  ): Message {
    const messages = this.#of(conversationId);
    const sent = messages.find((one) => one.sender === sender && one.clientId === clientId);
    if (sent) return sent;
    const message: Message = {
      id: this.#world.newId('msg'),
      seq: messages.length + 1,
      channel: mail ? 'email' : 'call_chat',
      sender,
      name: sender === 'agent' ? this.#world.agent.name : (this.#world.call?.caller.name ?? null),
      text,
      clientId,
      createdAt: this.#world.now(),
      deliveredAt: null,
      ...(mail ? { mail } : {}),
    };
    this.#keep(conversationId, [...messages, message]);
    return message;
  }

  #receive(conversationId: string, sender: Message['sender'], upTo: number): void {
    const deliveredAt = this.#world.now();
    this.#keep(
      conversationId,
      this.#of(conversationId).map((one) =>
        one.sender === sender && one.seq <= upTo && one.deliveredAt === null ? { ...one, deliveredAt } : one,
      ),
    );
  }

  #keep(conversationId: string, messages: Message[]): void {
    this.#conversations.set(conversationId, messages);
    const delivered = messages.findLast(({ sender, deliveredAt }) => sender === 'agent' && deliveredAt !== null);
    const body = { conversationId, newest: messages.at(-1)?.seq ?? 0, delivered: delivered?.seq ?? 0 };
    this.#world.tell({ type: 'messages', body });
  }
}
