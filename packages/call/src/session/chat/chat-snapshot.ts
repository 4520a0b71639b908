import type { MessageSender } from '@carillon/contract';

/**
 * What became of a message: an own one is on its way, at the server, in the other side's browser, or it could not be
 * sent; one of the other side is simply here.
 */
export type ChatEntryState = 'sending' | 'sent' | 'delivered' | 'failed' | 'received';

/** A message as it is shown. */
export interface ChatEntry {
  /** Stays the same from the moment of writing on. */
  readonly key: string;
  /** Its number; null until the server has it. */
  readonly seq: number | null;
  readonly sender: MessageSender;
  readonly own: boolean;
  readonly name: string | null;
  readonly text: string;
  /** By the server's clock. */
  readonly at: number;
  readonly state: ChatEntryState;
  /** Why it could not be sent: a stable code, `offline` where the server was not reached. */
  readonly failure: string | null;
}

/** A frozen picture of a call's messages. */
export interface ChatSnapshot {
  /** `failed`: they could not be loaded, and are tried again by themselves. */
  readonly status: 'loading' | 'ready' | 'failed';
  /** In the order of the conversation; what is on its way comes last. */
  readonly entries: readonly ChatEntry[];
  /** Whether there are earlier ones. */
  readonly older: boolean;
  readonly loadingOlder: boolean;
  /** Whether the other side can be written to just now. */
  readonly mayWrite: boolean;
  /** How many of the other side's nobody has looked at here. */
  readonly unread: number;
}
