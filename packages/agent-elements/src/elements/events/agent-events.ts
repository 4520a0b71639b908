import { ReportEvent, RequestEvent } from '@carillon/call';
import type {
  AgentStatus,
  CallLink,
  Callback,
  CloseWrapUpRequest,
  ConversationDetail,
  CreateCallLinkRequest,
  CreatedCallLink,
  Offer,
  TransferCallRequest,
} from '@carillon/contract';

/** Before a ringing call is answered. */
export class AnswerRequestEvent extends RequestEvent {
  readonly offer: Offer;

  constructor(offer: Offer) {
    super('cc-answer-request');
    this.offer = offer;
  }
}

/** Before a ringing call is declined, and rings at the next agent. */
export class DeclineRequestEvent extends RequestEvent {
  readonly offer: Offer;

  constructor(offer: Offer) {
    super('cc-decline-request');
    this.offer = offer;
  }
}

/** Before the agent's status changes. */
export class StatusRequestEvent extends RequestEvent {
  readonly status: AgentStatus;

  constructor(status: AgentStatus) {
    super('cc-status-request');
    this.status = status;
  }
}

/** Before this tab takes the ringing and the call over from another tab. */
export class TakeOverRequestEvent extends RequestEvent {
  constructor() {
    super('cc-take-over-request');
  }
}

/** Before a call is passed on. */
export class TransferRequestEvent extends RequestEvent {
  /** To whom. */
  readonly transferTo: TransferCallRequest;

  constructor(transferTo: TransferCallRequest) {
    super('cc-transfer-request');
    this.transferTo = transferTo;
  }
}

/** Before the customer is let in while two agents talk about the call. */
export class JoinTransferRequestEvent extends RequestEvent {
  constructor() {
    super('cc-join-transfer-request');
  }
}

/** Before a call is left to the agent with whom it was talked about. */
export class CompleteTransferRequestEvent extends RequestEvent {
  constructor() {
    super('cc-complete-transfer-request');
  }
}

/** Before a transfer that rings is taken back, or the agent sent away with whom the call was talked about. */
export class CancelTransferRequestEvent extends RequestEvent {
  constructor() {
    super('cc-cancel-transfer-request');
  }
}

/** Before a wrap-up is closed. */
export class WrapUpCloseRequestEvent extends RequestEvent {
  readonly wrapUpId: string;
  readonly change: CloseWrapUpRequest;

  constructor(wrapUpId: string, change: CloseWrapUpRequest) {
    super('cc-wrapup-close-request');
    this.wrapUpId = wrapUpId;
    this.change = change;
  }
}

/** Before a wrap-up gets more time. */
export class WrapUpExtendRequestEvent extends RequestEvent {
  readonly wrapUpId: string;

  constructor(wrapUpId: string) {
    super('cc-wrapup-extend-request');
    this.wrapUpId = wrapUpId;
  }
}

/** Before a waiting call is taken from the list. */
export class ClaimRequestEvent extends RequestEvent {
  readonly callId: string;

  constructor(callId: string) {
    super('cc-claim-request');
    this.callId = callId;
  }
}

/** Somebody wants to make a call link: the page opens its generator. */
export class NewLinkRequestEvent extends RequestEvent {
  /** The conversation it is for; null: a new one. */
  readonly conversationId: string | null;

  constructor(conversationId: string | null = null) {
    super('cc-new-link-request');
    this.conversationId = conversationId;
  }
}

/** A conversation was chosen: the page shows it. */
export class ConversationChosenEvent extends ReportEvent {
  readonly conversationId: string;

  constructor(conversationId: string) {
    super('cc-conversation-chosen');
    this.conversationId = conversationId;
  }
}

/** Before a call link is made. */
export class LinkRequestEvent extends RequestEvent {
  readonly request: CreateCallLinkRequest;

  constructor(request: CreateCallLinkRequest) {
    super('cc-link-request');
    this.request = request;
  }
}

/** Before something is written to the customer of a conversation. Cancel it to keep it in the field. */
export class ReplyRequestEvent extends RequestEvent {
  readonly conversationId: string;
  readonly channel: 'call_chat' | 'email';

  constructor(conversationId: string, channel: 'call_chat' | 'email') {
    super('cc-reply-request');
    this.conversationId = conversationId;
    this.channel = channel;
  }
}

/** Before a call link goes to the customer as a message of its conversation. Cancel it to send nothing. */
export class SendLinkRequestEvent extends RequestEvent {
  readonly link: CreatedCallLink;

  constructor(link: CreatedCallLink) {
    super('cc-send-link-request');
    this.link = link;
  }
}

/** Before a call link is taken back. Cancel it to keep the link. */
export class RevokeLinkRequestEvent extends RequestEvent {
  readonly link: CallLink;

  constructor(link: CallLink) {
    super('cc-revoke-link-request');
    this.link = link;
  }
}

/** A call link was made. Its address is shown this once; the server keeps only a hash of it. */
export class LinkCreatedEvent extends ReportEvent {
  readonly link: CreatedCallLink;

  constructor(link: CreatedCallLink) {
    super('cc-link-created');
    this.link = link;
  }
}

/** The agent has opened a customer who wants to be called back. */
export class CallbackChosenEvent extends ReportEvent {
  readonly callback: Callback;

  constructor(callback: Callback) {
    super('cc-callback-chosen');
    this.callback = callback;
  }
}

/** When a conversation has been read: at first, and again after each of its changes. */
export class ConversationReadEvent extends ReportEvent {
  readonly conversation: ConversationDetail;

  constructor(conversation: ConversationDetail) {
    super('cc-conversation-read');
    this.conversation = conversation;
  }
}

declare global {
  interface HTMLElementEventMap {
    'cc-answer-request': AnswerRequestEvent;
    'cc-decline-request': DeclineRequestEvent;
    'cc-status-request': StatusRequestEvent;
    'cc-take-over-request': TakeOverRequestEvent;
    'cc-wrapup-close-request': WrapUpCloseRequestEvent;
    'cc-wrapup-extend-request': WrapUpExtendRequestEvent;
    'cc-claim-request': ClaimRequestEvent;
    'cc-new-link-request': NewLinkRequestEvent;
    'cc-conversation-chosen': ConversationChosenEvent;
    'cc-link-request': LinkRequestEvent;
    'cc-send-link-request': SendLinkRequestEvent;
    'cc-revoke-link-request': RevokeLinkRequestEvent;
    'cc-callback-chosen': CallbackChosenEvent;
    'cc-conversation-read': ConversationReadEvent;
    'cc-link-created': LinkCreatedEvent;
  }
}
