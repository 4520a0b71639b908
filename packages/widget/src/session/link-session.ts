import type { CustomerCall, CustomerCallSession, MediaGrant, RequestCallbackRequest } from '@carillon/contract';
import {
  Store,
  systemClock,
  toCallRecord,
  type CallSession,
  type Clock,
  type HostSession,
  type LocalMedia,
  type NetworkReport,
  type PermissionPort,
  type Readable,
} from '@carillon/call';
import { CallbackMemory } from './callback-memory.js';
import { customerCallControl } from './customer-call-control.js';
import { followPage } from './follow-page.js';
import { LinkFeed } from './link-feed.js';
import type { LinkMemo } from './link-memory.js';
import type { JoinWish, LinkSessionOptions } from './link-session-options.js';
import { emptyLink, type LinkCommand, type LinkSnapshot } from './link-snapshot.js';
import { makeSecret } from './make-secret.js';
import { nextLookIn } from './next-look-in.js';
import { OneTab } from './one-tab.js';
import { problemOf } from './problem-of.js';
import { screenFor } from './screen-for.js';

export type { JoinWish, LinkSessionOptions } from './link-session-options.js';

interface HeldCall {
  readonly id: string;
  readonly session: CallSession;
  readonly leave: () => void;
}

/** Refusals after which the link is another one than the page shows: it is looked at again. */
const linkChanged = new Set([
  'link_unavailable',
  'link_expired',
  'link_used',
  'link_in_use',
  'link_not_yet_active',
  'session_expired',
]);

/**
 * The customer's side of the server: one link, and this browser's call under it. It shows what the server says and
 * nothing sooner. Leaving the page is not hanging up: the same browser comes back into the same call.
 */
export class LinkSession implements HostSession, Readable<LinkSnapshot> {
  readonly #options: LinkSessionOptions;
  readonly #store = new Store<LinkSnapshot>({ ...emptyLink });
  readonly #media = new Store<{ readonly held: HeldCall | null }>({ held: null });
  readonly #tab: OneTab;
  #memo: LinkMemo | null = null;
  readonly #callbacks: CallbackMemory;
  /** Secret of the call that this page has shown last: whoever asks after it is known by it. */
  #lastSecret: string | null = null;
  #feed: LinkFeed | null = null;
  readonly #clock: Clock;
  #stopWaiting: () => void = () => undefined;
  #leavePage: () => void = () => undefined;
  #started = false;
  /** Grows with every start, stop and move: an answer that belongs to an earlier run is dropped. */
  #run = 0;

  constructor(options: LinkSessionOptions) {
    this.#options = options;
    this.#clock = options.clock ?? systemClock;
    this.#callbacks = options.callbacks ?? new CallbackMemory(options.code);
    this.#tab = new OneTab(`cc-call-link:${options.code}`, () => this.#moveAway());
  }

  get snapshot(): LinkSnapshot {
    return this.#store.snapshot;
  }

  get clockOffsetMs(): number {
    return this.snapshot.clockOffsetMs;
  }

  /** The customer's own devices. */
  get media(): LocalMedia {
    return this.#options.media;
  }

  /** What stands between the customer and their devices; null for the browser's own. */
  get permissions(): PermissionPort | null {
    return this.#options.permissions ?? null;
  }

  get call(): CallSession | null {
    return this.#media.snapshot.held?.session ?? null;
  }

  /** Where a picture is that the link's brand names; null for none. */
  pictureUrl(id: string | null | undefined): string | null {
    return id ? this.#options.port.pictureUrl(id) : null;
  }

  /** Where a sound of the company is; null for none. */
  soundUrl(id: string | null | undefined): string | null {
    return id ? this.#options.port.soundUrl(id) : null;
  }

  subscribe(listener: () => void): () => void {
    const stops = [this.#store.subscribe(listener), this.#media.subscribe(listener)];
    return () => stops.forEach((stop) => stop());
  }

  start(): void {
    if (this.#started) return;
    this.#started = true;
    this.#leavePage = followPage({
      hidden: () => this.#farewell(),
      restored: () => this.#return(),
      online: () => this.#lookAgain(),
    });
    void this.look();
  }

  stop(): void {
    if (!this.#started) return;
    this.#started = false;
    this.#leavePage();
    this.#farewell();
    this.#letGo();
    this.#store.set({ ...emptyLink });
  }

  /** Fetches what a call needs. Called on the first sign that somebody is about to start one. */
  preload(): void {
    void this.#options.preload?.();
  }

  /** Looks at the link, and goes on with this browser's call when there is one (E-14, E-21). */
  async look(): Promise<void> {
    if (this.snapshot.pending !== null) return;
    const run = this.#run;
    const memo = this.#options.memory.read();
    const callback = this.#callbacks.read(this.#clock.now() + this.clockOffsetMs);
    this.#store.set({ pending: 'look', callback });
    const found = await this.#see(memo).catch((error: unknown) => ({ problem: problemOf(error) }));
    if (run !== this.#run) return;
    this.#store.set({ ...found, pending: null });
    this.#lookLater();
  }

  /** Tries the network on the real media server, before anything is used up; null where that cannot be tried. */
  get checkNetwork(): (() => Promise<NetworkReport>) | null {
    const { checkNetwork, port, memory } = this.#options;
    return checkNetwork ? () => checkNetwork(() => port.check(memory.read()?.secret ?? null)) : null;
  }

  /** Starts a call. The microphone is heard once an agent has answered. */
  async redeem(wish: JoinWish): Promise<void> {
    const kept = this.#options.memory.read();
    const memo: LinkMemo = {
      secret: kept?.secret ?? makeSecret(),
      muted: wish.muted ?? false,
      cameraOff: wish.cameraOff ?? wish.medium === 'audio',
      listenOnly: wish.listenOnly ?? false,
    };
    await this.#command('redeem', async () => {
      // Kept before it is sent: should the answer be lost, the next try is the same request.
      this.#options.memory.write(memo);
      const run = this.#run;
      const { medium, displayName, consent } = wish;
      const session = await this.#options.port.redeem(memo.secret, {
        medium,
        ...(displayName === undefined ? {} : { displayName }),
        ...(consent === undefined ? {} : { consent }),
      });
      if (run === this.#run) this.#enter(memo, session);
    });
    if (linkChanged.has(this.snapshot.failure ?? '')) await this.look();
  }

  /** Gives up the place in the line, or ends the call. */
  async leave(): Promise<void> {
    await this.#command('leave', () => this.#hangup());
  }

  /** Asks to be called back, or for another link. Asking again with another number changes what was asked for. */
  async requestCallback(request: RequestCallbackRequest): Promise<void> {
    await this.#command('callback', async () => {
      const { port } = this.#options;
      const before = this.#callbacks.read(this.#clock.now() + this.clockOffsetMs);
      const secret = this.#memo?.secret ?? this.#lastSecret ?? before?.secret ?? makeSecret();
      const { requestedAt, serverNow } = await port.requestCallback(secret, request);
      this.#hearClock(serverNow);
      const callback = { secret, wish: request.wish ?? 'call', requestedAt };
      this.#callbacks.write(callback);
      this.#store.set({ callback });
    });
    // Who is called back gives the place in the line to the next one.
    if (this.snapshot.failure === null && screenFor(this.snapshot).name === 'waiting') await this.leave();
  }

  /** Says how the call that has ended was, 1 to 5. Saying it again changes it. */
  async rate(rating: number): Promise<void> {
    const secret = this.#lastSecret;
    if (secret === null || this.snapshot.call?.state !== 'ended') return;
    await this.#command('rate', async () => {
      await this.#options.port.rate(secret, rating);
      this.#store.set({ rating });
    });
  }

  /** After a call: back to the beginning, where the link allows another one. */
  async callAgain(): Promise<void> {
    if (this.snapshot.call?.state !== 'ended') return;
    this.#letGo();
    this.#store.set({ view: null, call: null, rating: null, failure: null, connection: 'idle' });
    await this.look();
  }

  /** Takes the call that moved to another tab back into this one. */
  async takeOver(): Promise<void> {
    if (!this.snapshot.moved) return;
    this.#store.set({ moved: false, call: null, view: null, problem: null });
    await this.look();
  }

  /** What the link is to this browser, whose call is gone on with when there is one. */
  async #see(memo: LinkMemo | null): Promise<Pick<LinkSnapshot, 'view' | 'problem'>> {
    const run = this.#run;
    const { port, memory, media } = this.#options;
    const view = await port.view(memo?.secret ?? null);
    this.#hearClock(view.serverNow);
    media.face(view.initialOptions?.camera === 'back' ? 'environment' : null);
    if (memo && view.state === 'resumable') {
      const session = await port.token(memo.secret);
      if (run === this.#run) {
        // What the link allows decides what the call is made with.
        this.#store.set({ view });
        this.#enter(memo, session);
      }
    }
    // A call that ended while the page was closed leaves a secret that is good for nothing.
    else if (memo) memory.erase();
    return { view, problem: null };
  }

  #enter(memo: LinkMemo, { call, media, serverNow }: CustomerCallSession): void {
    this.#hearClock(serverNow);
    this.#memo = memo;
    this.#lastSecret = memo.secret;
    // Whoever calls by themselves need not be called back.
    this.#callbacks.write(null);
    this.#store.set({ callback: null, rating: null });
    if (call.state === 'ended' || !media) {
      this.#hear(call);
      return;
    }
    this.#options.memory.write(memo);
    this.#tab.take();
    this.#feed?.stop();
    const feed = new LinkFeed(
      this.#options.port,
      memo.secret,
      {
        call: (heard) => this.#hear(heard),
        messages: (mark) => this.call?.chat?.hear(mark),
        clock: (now) => this.#hearClock(now),
        connection: (connection) => this.#store.set({ connection }),
        gone: () => this.#forget(),
      },
      this.#clock,
    );
    this.#feed = feed;
    feed.start();
    this.#hear(call);
    this.#join(memo, call, media);
  }

  #join(memo: LinkMemo, call: CustomerCall, grant: MediaGrant): void {
    const { media, createCall } = this.#options;
    // Open for the check before the call, and not wanted in it: no light stays on.
    if (memo.cameraOff) media.closeCamera();
    if (memo.listenOnly) media.closeMicrophone();
    const control = customerCallControl(this.#options.port, memo.secret, {
      heard: ({ call: record, serverNow }) => {
        this.#hearClock(serverNow);
        this.#hear(record);
      },
      hangup: () => this.#hangup(),
      messages: this.snapshot.view?.callOptions?.chat !== false,
    });
    const session = createCall(control, {
      media,
      intent: { muted: memo.muted, camera: !memo.cameraOff },
      listenOnly: memo.listenOnly,
      clockOffset: () => this.clockOffsetMs,
    });
    const leave = session.subscribe(() => this.#followMedia(session));
    this.#media.set({ held: { id: call.id, session, leave } });
    session.join(toCallRecord(this.snapshot.call ?? call), grant);
  }

  async #hangup(): Promise<void> {
    const { secret } = this.#memo ?? {};
    if (secret === undefined) return;
    await this.#options.port.leave(secret);
    // The stream says the same; should it be away just now, this does.
    await this.#feed?.read();
  }

  /** Every record goes through here: an older one never replaces a newer one. */
  #hear(call: CustomerCall): void {
    const known = this.snapshot.call;
    if (known && known.id === call.id && known.version >= call.version) return;
    this.#store.set({ call });
    const { held } = this.#media.snapshot;
    if (held?.id === call.id) held.session.apply(toCallRecord(call));
    if (call.state === 'ended') this.#end();
  }

  /** The call is over: nothing is kept of it but what is on the screen. */
  #end(): void {
    this.#options.memory.erase();
    this.#feed?.stop();
    this.#feed = null;
    this.#memo = null;
    this.#tab.release();
    this.#store.set({ connection: 'idle', mediaLost: false });
  }

  /** The server has forgotten this browser's call: the link is looked at as if for the first time. */
  #forget(): void {
    this.#letGo();
    this.#options.memory.erase();
    this.#store.set({ call: null, view: null });
    void this.look();
  }

  #moveAway(): void {
    this.#letGo();
    this.#store.set({ moved: true });
  }

  /** Leaves media and stops following; the call itself goes on. */
  #letGo(): void {
    this.#run++;
    this.#stopWaiting();
    this.#feed?.stop();
    this.#feed = null;
    this.#memo = null;
    this.#tab.release();
    const { held } = this.#media.snapshot;
    this.#media.set({ held: null });
    held?.leave();
    held?.session.close();
    this.#store.set({ connection: 'idle', mediaLost: false, pending: null });
  }

  #followMedia({ snapshot }: CallSession): void {
    this.#store.set({ mediaLost: snapshot.phase === 'reconnecting' });
  }

  #hearClock(serverNow: number): void {
    this.#store.set({ clockOffsetMs: serverNow - this.#clock.now() });
  }

  /** A link that is not open yet opens by itself (spec §3.4), and a service that was not reached is tried again. */
  #lookLater(): void {
    this.#stopWaiting();
    if (screenFor(this.snapshot).name !== 'notice') return;
    this.media.release();
    const wait = nextLookIn(this.snapshot, this.#clock.now());
    if (wait !== null) this.#stopWaiting = this.#clock.after(wait, () => void this.look());
  }

  async #command(command: LinkCommand, act: () => Promise<void>): Promise<void> {
    if (this.snapshot.pending !== null) return;
    const run = this.#run;
    this.#store.set({ pending: command, failure: null });
    try {
      await act();
    } catch (error) {
      if (run === this.#run) this.#store.set({ failure: problemOf(error) });
    } finally {
      if (run === this.#run) this.#store.set({ pending: null });
    }
  }

  #farewell(): void {
    if (this.#memo && this.#feed) this.#options.port.farewell(this.#memo.secret);
  }

  /** A page that comes back from the browser's page cache has missed everything. */
  #return(): void {
    if (this.snapshot.moved || this.snapshot.call?.state === 'ended') return;
    this.#letGo();
    this.#store.set({ call: null });
    void this.look();
  }

  #lookAgain(): void {
    if (this.snapshot.problem !== null && !this.snapshot.call) void this.look();
  }
}
