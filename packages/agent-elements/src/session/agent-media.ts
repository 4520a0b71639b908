import type { AgentCall, AgentMediaGrant, Offer } from '@carillon/contract';
import { Store, toCallRecord, type CallControl, type CallSession, type MediaErrorCode } from '@carillon/call';
import { createAgentCallControl } from './agent-call-control.js';
import { conversationChat } from './conversation-chat.js';
import type { DeskCallsPort, DeskConversationsPort } from './desk-port.js';
import { isLive } from './desk-snapshot.js';

export interface AgentMediaOptions {
  readonly calls: DeskCallsPort;
  /** Where the messages of a call's conversation are. */
  readonly conversations: DeskConversationsPort;
  /** Makes the session of one call. It connects nothing yet. */
  readonly createCall: (control: CallControl) => CallSession;
  /** The browser could not take part in a call, and the server knows (E-05). */
  readonly failed: (code: MediaErrorCode) => void;
  /** The server answered a token request with the call as it stands. */
  readonly granted: (call: AgentCall) => void;
}

interface HeldCall {
  readonly callId: string;
  readonly session: CallSession;
}

/**
 * The media of the leading tab: connects while a call rings, without being able to speak or hear, goes on with that
 * connection when the call is answered, joins again after a reload, and lets go of everything else.
 */
export class AgentMedia {
  readonly #options: AgentMediaOptions;
  readonly #store = new Store<{ readonly current: HeldCall | null }>({ current: null });
  #prepared: HeldCall | null = null;
  /** The call whose acceptance is on its way: its records may come before the reply. */
  #answering: string | null = null;

  constructor(options: AgentMediaOptions) {
    this.#options = options;
  }

  /** The live or just ended call. */
  get current(): CallSession | null {
    return this.#store.snapshot.current?.session ?? null;
  }

  subscribe(listener: () => void): () => void {
    return this.#store.subscribe(listener);
  }

  /** Fits the media to what rings and what is live. Called after every change of either. */
  follow(offer: Offer | null, call: AgentCall | null): void {
    if (offer && this.#prepared?.callId !== offer.callId) this.#prepare(offer);
    if (!offer && this.#prepared && this.#prepared.callId !== this.#answering && this.#prepared.callId !== call?.id)
      this.#drop();
    this.#followCall(call);
  }

  /** Accepts the offer and goes on with its connection. Rejects when the server gave the call to another. */
  async answer(offer: Offer): Promise<AgentMediaGrant> {
    this.#answering = offer.callId;
    try {
      const grant = await this.#options.calls.accept(offer.id);
      const held =
        this.#prepared?.callId === offer.callId ? this.#prepared : this.#create(offer.callId, offer.conversationId);
      this.#prepared = null;
      this.#store.set({ current: held });
      if (grant.call) held.session.answer(toCallRecord(grant.call), grant.media);
      return grant;
    } catch (error) {
      this.#drop();
      throw error;
    } finally {
      this.#answering = null;
    }
  }

  /** Leaves everything; never ends a call. */
  release(): void {
    this.#drop();
    const { current } = this.#store.snapshot;
    this.#store.set({ current: null });
    current?.session.close();
  }

  #followCall(call: AgentCall | null): void {
    const { current } = this.#store.snapshot;
    if (call && current?.callId === call.id) {
      current.session.apply(toCallRecord(call));
      return;
    }
    if (call && call.id === this.#answering) return;
    if (!isLive(call)) {
      // What has ended stays to be read until the next call; what the server does not know is let go.
      if (!call && current) this.#release(current);
      return;
    }
    if (current) this.#release(current);
    this.#rejoin(call);
  }

  /** The call was live before this page was: joined again, with everything as it stands. */
  #rejoin(call: AgentCall): void {
    const held = this.#prepared?.callId === call.id ? this.#prepared : this.#create(call.id, call.conversationId);
    this.#prepared = null;
    this.#store.set({ current: held });
    held.session.join(toCallRecord(call));
  }

  #prepare({ id, callId, conversationId }: Offer): void {
    this.#drop();
    const held = this.#create(callId, conversationId);
    this.#prepared = held;
    this.#options.calls.offerToken(id).then(
      (media) => {
        if (this.#prepared === held) held.session.prepare(media);
      },
      // It only makes the answer quicker; without it the call is joined when it is answered.
      () => undefined,
    );
  }

  #drop(): void {
    this.#prepared?.session.close();
    this.#prepared = null;
  }

  #release(held: HeldCall): void {
    this.#store.set({ current: null });
    held.session.close();
  }

  #create(callId: string, conversationId: string): HeldCall {
    const { calls, conversations, createCall, failed, granted } = this.#options;
    const control = createAgentCallControl(calls, callId, {
      granted: ({ call }) => call && granted(call),
      mediaFailed: failed,
    });
    const chat = conversationChat(conversations, conversationId);
    return { callId, session: createCall({ ...control, chat }) };
  }
}
