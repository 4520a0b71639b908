import type {
  CustomerCallSession,
  CustomerEvent,
  Done,
  JoinView,
  MediaGrant,
  Message,
  MessagePage,
  RedeemCallLinkRequest,
  RequestCallbackRequest,
  RequestedCallback,
  SendMessageRequest,
} from '@carillon/contract';

/** What following a call tells. */
export interface FollowHandlers {
  event(event: CustomerEvent): void;
  /** The server's clock, epoch milliseconds, as it stood a moment ago. */
  clock(serverNow: number): void;
  /** The stream opened, or broke and is being opened again. */
  connected(open: boolean): void;
  /** What came before cannot be replayed: read the call again. */
  reset(): void;
}

/**
 * What a link's page asks of the server. Every method rejects with an error that has the server's stable `code`, or
 * without one when the server was not reached.
 */
export interface LinkPort {
  /** Looks at the link; changes nothing. */
  view(secret: string | null): Promise<JoinView>;
  /** Starts a call, or goes on with the one of this secret. Repeating it is harmless. */
  redeem(secret: string, request: RedeemCallLinkRequest): Promise<CustomerCallSession>;
  /** A way into a room of its own, to try the network. Uses nothing up. */
  check(secret: string | null): Promise<MediaGrant>;
  /** A fresh way into the room, and the call as it stands. */
  token(secret: string): Promise<CustomerCallSession>;
  /** Says that the agent is heard. */
  connected(secret: string): Promise<Done>;
  /** Says that the page is there. */
  presence(secret: string): Promise<Done>;
  /** Ends the call for both sides, or gives up the place in the line. */
  leave(secret: string): Promise<Done>;
  /** Says how the call was. Repeating it changes it. */
  rate(secret: string, rating: number): Promise<Done>;
  /** Messages of the call after or before a number; without either the newest. */
  messages(secret: string, query: { readonly after?: number; readonly before?: number }): Promise<MessagePage>;
  /** Writes to the agent. The same `clientId` again is the same message. */
  message(secret: string, request: SendMessageRequest): Promise<Message>;
  /** Says that the page has the agent's messages up to a number. */
  received(secret: string, upTo: number): Promise<Done>;
  /** Asks to be called back, or for another link. Repeating it is harmless. */
  requestCallback(secret: string, request: RequestCallbackRequest): Promise<RequestedCallback>;
  /** Says that the page is closing, in a way that outlives it. Never fails. */
  farewell(secret: string): void;
  /** Where a picture of the company is. */
  pictureUrl(id: string): string;
  /** Where a sound of the company is. */
  soundUrl(id: string): string;
  /** Follows the call until the returned function is called. */
  follow(secret: string, handlers: FollowHandlers): () => void;
}
