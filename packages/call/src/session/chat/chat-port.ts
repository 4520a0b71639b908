import type { Message, MessagePage, MessageSender, SendMessageRequest } from '@carillon/contract';

/** What a call's messages ask of the server. Each side brings its own; refusals have the server's `code`. */
export interface ChatPort {
  /** Which side this browser is on. */
  readonly own: MessageSender;
  /** What came after or before a number; without either the newest. */
  list(query: { readonly after?: number; readonly before?: number }): Promise<MessagePage>;
  /** Sends a message; the same `clientId` again is the same message. */
  send(request: SendMessageRequest): Promise<Message>;
  /** Says that this browser has the other side's messages up to a number. */
  received(upTo: number): Promise<unknown>;
}
