import type {
  Agent,
  AgentCallAnswer,
  AgentEvent,
  AgentMediaGrant,
  AgentSnapshot,
  AgentStatus,
  CallLink,
  CallLinkList,
  CallbackList,
  CloseWrapUpRequest,
  ConversationDetail,
  ConversationList,
  CreateCallLinkRequest,
  CreatedCallLink,
  LinkChoiceList,
  MediaFailedRequest,
  MediaGrant,
  Message,
  MessagePage,
  PersonList,
  SendMailRequest,
  SendMessageRequest,
  TimelineEntry,
  TransferCallRequest,
  TransferTargets,
  WrapUp,
  WrapUpAnswer,
  WriteNoteRequest,
  WrittenMail,
} from '@carillon/contract';

/** What the agent's event stream tells. Called in the order of the stream. */
export interface DeskFollower {
  /** One projection changed. */
  event(event: AgentEvent): void;
  /** The gap cannot be replayed: the snapshot has to be read again. */
  reset(): void;
  /** The server's clock, epoch milliseconds, just now. */
  clock(serverNow: number): void;
  /** True once frames flow, false while the stream is being opened again. */
  connected(open: boolean): void;
}

/** Who the agent is, and what the server says about them. */
export interface DeskSessionPort {
  /** Everything the desk shows, and the position where `follow` continues. */
  state(): Promise<AgentSnapshot>;
  /** Follows the stream from a position until the returned function is called. Reconnects by itself. */
  follow(position: number, follower: DeskFollower): () => void;
  setStatus(status: AgentStatus): Promise<Agent>;
  /** Says that this page is there. Repeated every `limits.presenceEveryMs`. */
  presence(): Promise<void>;
  /** Ends the session: what proves it is good for nothing any more. */
  logOut(): Promise<void>;
  /** Says that this page closes. Must survive the page. */
  farewell(): void;
}

export interface DeskCallsPort {
  /** A token that can neither publish nor subscribe, to connect while it rings (design §5). */
  offerToken(offerId: string): Promise<MediaGrant>;
  /** Wins or loses the call. Refused with `offer_taken`, `offer_expired` or `offer_withdrawn`. */
  accept(offerId: string): Promise<AgentMediaGrant>;
  decline(offerId: string): Promise<void>;
  /** Takes a waiting call from the list: it rings here. Refused with `offer_taken` or `agent_unavailable`. */
  claim(callId: string): Promise<void>;
  /** A token for the live call, for every rejoin. */
  callToken(callId: string): Promise<AgentMediaGrant>;
  connected(callId: string): Promise<void>;
  mediaFailed(callId: string, reason: MediaFailedRequest['reason']): Promise<void>;
  /** Puts the customer on hold. Refused with `call_not_connected` or `call_ended`. */
  hold(callId: string): Promise<AgentCallAnswer>;
  resume(callId: string): Promise<AgentCallAnswer>;
  /** To whom the call can be passed on. Refused with `transfer_not_possible`. */
  transferTargets(callId: string): Promise<TransferTargets>;
  /** Passes the call on. Refused with `target_unavailable`, `transfer_pending` or `transfer_not_possible`. */
  transfer(callId: string, target: TransferCallRequest): Promise<AgentCallAnswer>;
  /** Takes a transfer back that rings, or that was talked about. Refused with `transfer_over`. */
  cancelTransfer(callId: string): Promise<AgentCallAnswer>;
  /** Lets the customer in while two agents talk about the call. Refused with `transfer_over`. */
  joinTransfer(callId: string): Promise<AgentCallAnswer>;
  /** Leaves the call to the agent with whom it was talked about. Refused with `transfer_over`. */
  completeTransfer(callId: string): Promise<AgentCallAnswer>;
  end(callId: string): Promise<void>;
}

export interface DeskLinksPort {
  create(request: CreateCallLinkRequest): Promise<CreatedCallLink>;
  /** The configurations that a link can be made with. */
  choices(): Promise<LinkChoiceList>;
  /** Links that the agent may see, newest first; `next` of one page is the `cursor` of the following. */
  list(query: {
    readonly createdBy?: string;
    readonly conversationId?: string;
    readonly cursor?: string;
  }): Promise<CallLinkList>;
  /** Takes a link back and ends what runs under it. */
  revoke(linkId: string): Promise<CallLink>;
}

export interface DeskWrapUpPort {
  /** Stores the whole note. */
  saveNote(wrapUpId: string, note: string): Promise<void>;
  /** Stores the whole summary. */
  saveSummary(wrapUpId: string, summary: string): Promise<void>;
  /** Keeps what became of the call. Refused with `wrapup_closed` or `invalid_request`. */
  chooseDisposition(wrapUpId: string, disposition: string | null): Promise<WrapUp>;
  /** Keeps how good the call was, 1 to 5. Refused with `wrapup_closed` or `rating_not_allowed`. */
  rate(wrapUpId: string, rating: number | null): Promise<WrapUp>;
  /** Stores all answers of the form, those that are left out as none. Refused with `wrapup_closed` or `invalid_request`. */
  saveAnswers(wrapUpId: string, answers: readonly WrapUpAnswer[]): Promise<void>;
  /** More time, from the end that was seen. Refused with `wrapup_not_extendable`. */
  extend(wrapUpId: string, endsAt: number): Promise<WrapUp>;
  close(wrapUpId: string, request: CloseWrapUpRequest): Promise<WrapUp>;
}

export interface DeskConversationsPort {
  /** A page; without a cursor the first one. */
  list(cursor?: string): Promise<ConversationList>;
  get(conversationId: string): Promise<ConversationDetail>;
  /** Messages after or before a number; without either the newest. */
  messages(conversationId: string, query: { readonly after?: number; readonly before?: number }): Promise<MessagePage>;
  /** Writes to the customer. Refused with `customer_not_reachable` or `messages_not_allowed`. */
  message(conversationId: string, request: SendMessageRequest): Promise<Message>;
  /** Writes an e-mail. Refused with `mail_unavailable` or `conversation_closed`. */
  mail(conversationId: string, request: SendMailRequest): Promise<WrittenMail>;
  /** Sends an e-mail again that has failed, by the id of its message. */
  retryMail(messageId: string): Promise<Message>;
  /** Notes something, which the customer never reads. The same `clientId` again is the same note. */
  note(conversationId: string, request: WriteNoteRequest): Promise<TimelineEntry>;
  /** Says that this page has the customer's messages up to a number. */
  received(conversationId: string, upTo: number): Promise<void>;
}

export interface DeskCallbacksPort {
  /** Who wants to be called back, who has waited longest first, page by page. */
  list(query: { readonly cursor?: string }): Promise<CallbackList>;
}

export interface DeskPeoplePort {
  list(): Promise<PersonList>;
}

/**
 * Everything an agent's page asks of its server, in the groups of the host adapter. `linkServerAdapter` implements it
 * over HTTP and `mockAdapter` without a server. Refusals reject with an error that has the server's `code`.
 */
export interface DeskPort {
  readonly session: DeskSessionPort;
  readonly calls: DeskCallsPort;
  readonly links: DeskLinksPort;
  readonly wrapUps: DeskWrapUpPort;
  readonly conversations: DeskConversationsPort;
  readonly callbacks: DeskCallbacksPort;
  readonly people: DeskPeoplePort;
}
