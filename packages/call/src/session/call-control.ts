import type { MediaErrorCode } from '../media/media-error.js';
import type { MediaGrant, TransferCallRequest } from '@carillon/contract';
import type { CallRecord } from './call-snapshot.js';
import type { ChatPort } from './chat/chat-port.js';

/** What a call session asks of the server. The agent's and the customer's side each bring their own. */
export interface CallControl {
  /** A fresh token and the record as it stands; used for every (re)join. Media is null once the call has ended. */
  token(): Promise<{ readonly record: CallRecord; readonly media: MediaGrant | null }>;
  /** Says that this browser hears the other side. The server checks it against the media server. */
  connected(): Promise<void>;
  /** Puts the other side on hold. Only the agent's side has it; the record as it stands then (HLD-1). */
  hold?(): Promise<CallRecord>;
  /** Takes the other side off hold (HLD-6). */
  resume?(): Promise<CallRecord>;
  /** Passes the call on. Only the agent's side has it; the record as it stands then (TRA, TRQ). */
  transfer?(target: TransferCallRequest): Promise<CallRecord>;
  /** Takes a transfer back that still rings (E-11), or sends the agent away with whom the call was talked about. */
  cancelTransfer?(): Promise<CallRecord>;
  /** Lets the customer in while two agents talk about the call. */
  joinTransfer?(): Promise<CallRecord>;
  /** Leaves the call to the agent with whom it was talked about. */
  completeTransfer?(): Promise<CallRecord>;
  /** Where the messages of the call are; without it there are none (MSG-1). */
  readonly chat?: ChatPort;
  /** Ends the call for both. */
  hangup(): Promise<void>;
  /** Says that this browser cannot take part. Only the agent's side has it (E-05). */
  mediaFailed?(code: MediaErrorCode): Promise<void>;
}
