import type {
  AgentEvent,
  AgentSnapshot,
  AgentStatus,
  CallLink,
  CallLinkList,
  CallbackList,
  CloseWrapUpRequest,
  Conversation,
  ConversationMark,
  CreateCallLinkRequest,
  CreatedCallLink,
  LinkChoiceList,
  TransferTargets,
  WrapUp,
  WrapUpAnswer,
} from '@carillon/contract';
import {
  Shortcuts,
  Store,
  type CallSession,
  type HostSession,
  type Readable,
  type ShortcutStore,
} from '@carillon/call';
import { AgentMedia, type AgentMediaOptions } from './agent-media.js';
import { applyAgentEvent, applyAgentSnapshot } from './apply-agent-event.js';
import { DeskFeed } from './desk-feed.js';
import type { DeskPort } from './desk-port.js';
import { emptyDesk, type DeskCommand, type DeskNotice, type DeskSnapshot } from './desk-snapshot.js';
import { LeaderTab, type LeaderTabHost } from './leader-tab.js';
import { problemCode, problemSubject } from './problem-code.js';
import type { Ringer } from './ringer.js';
import { TabMemory } from './tab-memory.js';

/** What one tab tells the agent's other tabs. */
interface DeskNews {
  readonly desk: DeskSnapshot;
  readonly conversation: Conversation | null;
}

export interface AgentSessionOptions {
  readonly desk: DeskPort;
  readonly createCall: AgentMediaOptions['createCall'];
  /** Makes the ringer; `blocked` is told whether the browser plays its sound. */
  readonly createRinger: (hooks: {
    readonly blocked: (blocked: boolean) => void;
    readonly now: () => number;
  }) => Pick<Ringer, 'open' | 'ringFor' | 'close'>;
  /** Called when this tab leads: the time to load what a call needs. */
  readonly lead?: () => void;
  readonly leaderHost?: LeaderTabHost;
  /** Where the agent's shortcuts are kept. Default: in this browser. */
  readonly shortcuts?: ShortcutStore | undefined;
  /** Whether this tab led before its page was loaded again. Default: in `sessionStorage`. */
  readonly memory?: (name: string) => Pick<TabMemory, 'led'>;
}

/** Refusals after which the server has said that this offer no longer rings here. */
const offerIsGone = new Set(['offer_taken', 'offer_expired', 'offer_withdrawn', 'not_found', 'call_ended']);

/**
 * The agent's side of the server: who rings, the live call, the wrap-up. It shows what the server says and nothing
 * sooner. Among all tabs of one agent only the leader rings and owns media; the others show what it tells them.
 */
export class AgentSession implements HostSession, Readable<DeskSnapshot> {
  /** The port itself, for reading lists: conversations and people are the host's. */
  readonly desk: DeskPort;
  /** The agent's shortcuts, kept for every following call. */
  readonly shortcuts: Shortcuts;
  readonly #store = new Store<DeskSnapshot>({ ...emptyDesk });
  readonly #feed: DeskFeed;
  readonly #media: AgentMedia;
  readonly #ringer: Pick<Ringer, 'open' | 'ringFor' | 'close'>;
  readonly #lead: (() => void) | undefined;
  readonly #leaderHost: LeaderTabHost | undefined;
  readonly #memory: (name: string) => Pick<TabMemory, 'led'>;
  readonly #conversationListeners = new Set<(conversation: Conversation) => void>();
  #leader: LeaderTab<DeskNews> | null = null;
  #started = false;

  constructor({ desk, createCall, createRinger, lead, leaderHost, memory, shortcuts }: AgentSessionOptions) {
    this.desk = desk;
    this.shortcuts = new Shortcuts(shortcuts);
    this.#lead = lead;
    this.#leaderHost = leaderHost;
    this.#memory = memory ?? ((name) => new TabMemory(name));
    this.#feed = new DeskFeed(desk.session, {
      snapshot: (snapshot) => this.#read(snapshot),
      event: (event) => this.#hear(event),
      clock: (serverNow) => this.#set({ clockOffset: serverNow - Date.now() }),
      connection: (connection) => this.#set({ connection }),
    });
    this.#media = new AgentMedia({
      calls: desk.calls,
      conversations: desk.conversations,
      createCall,
      failed: (code) => this.#notice(`microphone-${code}`),
      granted: (call) => this.#hear({ type: 'call', body: call }),
    });
    this.#ringer = createRinger({
      blocked: (blocked) => (blocked ? this.#notice('ring-blocked') : this.dismiss('ring-blocked')),
      now: () => Date.now() + this.snapshot.clockOffset,
    });
  }

  get snapshot(): DeskSnapshot {
    return this.#store.snapshot;
  }

  /** Add to `Date.now()` to read the server's clock, in milliseconds. */
  get clockOffsetMs(): number {
    return this.snapshot.clockOffset;
  }

  get call(): CallSession | null {
    return this.#media.current;
  }

  subscribe(listener: () => void): () => void {
    const unsubscribe = [this.#store.subscribe(listener), this.#media.subscribe(listener)];
    return () => unsubscribe.forEach((stop) => stop());
  }

  /** Hears of every conversation that is new or has changed. Returns the way to stop. */
  onConversation(listener: (conversation: Conversation) => void): () => void {
    this.#conversationListeners.add(listener);
    return () => void this.#conversationListeners.delete(listener);
  }

  start(): void {
    if (this.#started) return;
    this.#started = true;
    addEventListener('pagehide', this.#farewell);
    addEventListener('pageshow', this.#return);
    void this.shortcuts.load();
    this.#feed.start();
  }

  stop(): void {
    if (!this.#started) return;
    this.#started = false;
    removeEventListener('pagehide', this.#farewell);
    removeEventListener('pageshow', this.#return);
    this.#farewell();
    this.#feed.stop();
    this.#leader?.stop();
    this.#leader = null;
    this.#ringer.close();
    this.#set({ ...emptyDesk, connection: 'stopped' });
    this.#media.release();
  }

  /** Logs the agent out: nobody rings at an empty chair, so Offline first; then the page lets go and the session ends. */
  async logOut(): Promise<void> {
    await this.setStatus('offline');
    this.stop();
    await this.desk.session.logOut();
  }

  /** Chooses a status. During a call and wrap-up it is the next one. */
  async setStatus(status: AgentStatus): Promise<void> {
    try {
      this.#set({ agent: await this.desk.session.setStatus(status) });
    } catch (error) {
      this.#notice(problemCode(error));
    }
  }

  /** Answers the ringing call. The server lets exactly one of all who try win (E-02). */
  answer(): Promise<void> {
    const { offer, leader } = this.snapshot;
    if (!offer || leader !== true) return Promise.resolve();
    return this.#command('answer', async () => {
      const grant = await this.#media.answer(offer);
      if (grant.call) this.#hear({ type: 'call', body: grant.call });
    });
  }

  decline(): Promise<void> {
    const { offer, leader } = this.snapshot;
    if (!offer || leader !== true) return Promise.resolve();
    return this.#command('decline', () => this.desk.calls.decline(offer.id));
  }

  /** To whom the live call can be passed on. Rejects with an error that has the server's `code`. */
  transferTargets(): Promise<TransferTargets> {
    return this.desk.calls.transferTargets(this.snapshot.call?.id ?? '');
  }

  /** Takes a waiting call: it rings here. Rejects with an error that has the server's `code`. */
  claim(callId: string): Promise<void> {
    return this.desk.calls.claim(callId);
  }

  /** Stores the note of a wrap-up, whether or not it is still open. Rejects when it could not. */
  saveNote(wrapUpId: string, note: string): Promise<void> {
    return this.desk.wrapUps.saveNote(wrapUpId, note);
  }

  /** Stores the summary of a wrap-up, as `saveNote` does the note. */
  saveSummary(wrapUpId: string, summary: string): Promise<void> {
    return this.desk.wrapUps.saveSummary(wrapUpId, summary);
  }

  /** Stores the answers of a wrap-up's form, whether or not it is still open. Rejects when it could not. */
  saveAnswers(wrapUpId: string, answers: readonly WrapUpAnswer[]): Promise<void> {
    return this.desk.wrapUps.saveAnswers(wrapUpId, answers);
  }

  /** Asks for more time for wrapping up, where the company allows it (WRP-6). */
  extendWrapUp({ id, endsAt }: Pick<WrapUp, 'id' | 'endsAt'>): Promise<void> {
    return this.#command('extend-wrap-up', async () => {
      this.#hear({ type: 'wrapup', body: await this.desk.wrapUps.extend(id, endsAt) });
    });
  }

  /** Says what became of the call; null: nothing. */
  async chooseDisposition(wrapUpId: string, disposition: string | null): Promise<void> {
    try {
      this.#hear({ type: 'wrapup', body: await this.desk.wrapUps.chooseDisposition(wrapUpId, disposition) });
    } catch (error) {
      this.#notice(problemCode(error));
    }
  }

  /** Says how good the call was, 1 to 5; null: nothing (WRP-3). */
  async rateWrapUp(wrapUpId: string, rating: number | null): Promise<void> {
    try {
      this.#hear({ type: 'wrapup', body: await this.desk.wrapUps.rate(wrapUpId, rating) });
    } catch (error) {
      this.#notice(problemCode(error));
    }
  }

  closeWrapUp(wrapUpId: string, request: CloseWrapUpRequest): Promise<void> {
    return this.#command('close-wrap-up', async () => {
      this.#hear({ type: 'wrapup', body: await this.desk.wrapUps.close(wrapUpId, request) });
    });
  }

  /** Makes a call link. Rejects with an error that has the server's `code`. */
  createLink(request: CreateCallLinkRequest): Promise<CreatedCallLink> {
    return this.desk.links.create(request);
  }

  /** The configurations that a call link can be made with. */
  linkChoices(): Promise<LinkChoiceList> {
    return this.desk.links.choices();
  }

  /** The agent's call links, or those of a conversation, newest first. */
  links(conversationId: string, cursor: string | null): Promise<CallLinkList> {
    const whose = conversationId === '' ? { createdBy: this.snapshot.agent?.id ?? '' } : { conversationId };
    return this.desk.links.list({ ...whose, ...(cursor === null ? {} : { cursor }) });
  }

  /** Customers who want to be called back, who has waited longest first. */
  callbacks(cursor: string | null): Promise<CallbackList> {
    return this.desk.callbacks.list(cursor === null ? {} : { cursor });
  }

  /**
   * Sends a link of a conversation to its customer as a message; the same link again is the same message. Refused with
   * `customer_not_reachable` while the customer has nothing open in which it would be read.
   */
  async sendLink({ id, url, conversationId }: CreatedCallLink): Promise<void> {
    await this.desk.conversations.message(conversationId ?? '', { clientId: id, text: url });
  }

  /** Takes a call link back: nobody can call with it any more, and a call that runs under it ends. */
  revokeLink(linkId: string): Promise<CallLink> {
    return this.desk.links.revoke(linkId);
  }

  /** Makes this tab the one that rings and owns media. */
  takeOver(): void {
    this.#leader?.takeOver();
  }

  /** Takes a notice away that has been read. */
  dismiss(code: string): void {
    const notices = this.snapshot.notices.filter((notice) => notice.code !== code);
    if (notices.length !== this.snapshot.notices.length) this.#set({ notices });
  }

  #read(snapshot: AgentSnapshot): void {
    this.#set(applyAgentSnapshot(this.snapshot, snapshot));
    // Whatever was told before this snapshot may have been missed.
    this.call?.chat?.hear(null);
    this.#leader ??= this.#elect(snapshot.agent.id);
  }

  #hear(event: AgentEvent): void {
    if (event.type === 'conversation') return this.#hearConversation(event.body, true);
    if (event.type === 'messages') return this.#hearMessages(event.body);
    if (event.type === 'offer' && event.body.id === this.snapshot.offer?.id)
      this.#explainEnd(event.body.state, event.body.withdrawReason);
    this.#set(applyAgentEvent(this.snapshot, event));
  }

  #explainEnd(state: string, reason: string | null): void {
    if (state === 'missed') this.#notice('offer-missed', this.snapshot.offer?.caller.name);
    if (state === 'withdrawn' && reason !== null)
      this.#notice(`offer-${reason.replaceAll('_', '-')}`, this.snapshot.offer?.caller.name);
  }

  /** Those of another conversation than that of the call are read where it is shown. */
  #hearMessages(mark: ConversationMark): void {
    if (mark.conversationId === this.snapshot.call?.conversationId) this.call?.chat?.hear(mark);
  }

  #hearConversation(conversation: Conversation, tell: boolean): void {
    for (const listener of [...this.#conversationListeners]) listener(conversation);
    if (tell) this.#leader?.tell({ desk: this.snapshot, conversation });
  }

  #elect(agentId: string): LeaderTab<DeskNews> {
    const name = `cc-agent-desk:${agentId}`;
    const memory = this.#memory(name);
    let reloaded = memory.led;
    const events = {
      lead: () => {
        memory.led = true;
        reloaded = false;
        this.#set({ leader: true });
        // They may have been changed in the tab that led before.
        void this.shortcuts.load();
        this.#feed.start();
        this.#ringer.open();
        this.#lead?.();
      },
      follow: () => {
        this.#feed.stop();
        this.#ringer.close();
        this.#set({ leader: false });
        // This tab led until it was loaded again, and another has stepped in for it: the call comes back to where it was.
        if (reloaded) queueMicrotask(() => leader.takeOver());
        memory.led = reloaded = false;
      },
      news: ({ desk, conversation }: DeskNews) => {
        this.#set({ ...desk, leader: false, pending: this.snapshot.pending, notices: this.snapshot.notices });
        if (conversation) this.#hearConversation(conversation, false);
      },
    };
    const leader = new LeaderTab<DeskNews>(name, events, this.#leaderHost);
    leader.start();
    return leader;
  }

  /** Every change goes through here: what rings and what is connected always fits what is shown. */
  #set(change: Partial<DeskSnapshot>): void {
    const before = this.snapshot;
    this.#store.set(change);
    const desk = this.snapshot;
    if (desk === before) return;
    const leads = desk.leader === true;
    const decided = desk.pending === 'answer' || desk.pending === 'decline';
    this.#ringer.ringFor(leads && !decided ? desk.offer : null);
    if (leads) {
      this.#media.follow(desk.offer, desk.call);
      this.#leader?.tell({ desk, conversation: null });
    } else this.#media.release();
  }

  #notice(code: string, subject: string | null = null): void {
    const others = this.snapshot.notices.filter((notice) => notice.code !== code);
    const notice: DeskNotice = Object.freeze({ code, subject });
    this.#set({ notices: [...others, notice] });
  }

  async #command(command: DeskCommand, act: () => Promise<void>): Promise<void> {
    if (this.snapshot.pending !== null) return;
    this.#set({ pending: command });
    try {
      await act();
    } catch (error) {
      const code = problemCode(error);
      if (offerIsGone.has(code) && (command === 'answer' || command === 'decline')) this.#set({ offer: null });
      this.#notice(code, problemSubject(error));
    } finally {
      this.#set({ pending: null });
    }
  }

  readonly #farewell = (): void => {
    if (this.snapshot.leader === true) this.desk.session.farewell();
  };

  /** A page that comes back from the browser's page cache has missed everything. */
  readonly #return = (event: PageTransitionEvent): void => {
    if (!event.persisted || this.snapshot.leader === false) return;
    this.#feed.stop();
    this.#feed.start();
  };
}
