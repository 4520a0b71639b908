import type { MediaGrant } from '@carillon/contract';
import type { LocalMedia } from '../media/local-media.js';
import { MediaError } from '../media/media-error.js';
import type { MediaRoom, MediaRoomFactory } from '../media/media-room.js';
import type { CallControl } from './call-control.js';
import { recallIntent, rememberIntent, tabStorage, type CallIntent } from './call-memory.js';
import type { CallFailure, CallRecord, CallSnapshot, PendingAction } from './call-snapshot.js';
import { systemClock, type Clock } from './clock.js';
import { localParty, phaseOf, remoteParties } from './derive-call.js';
import { MediaSender } from './media-sender.js';
import { Store, type Readable } from './store.js';
import { VideoViews } from './video-views.js';
import { watchTransport } from './watchdog.js';

export interface CallSessionOptions {
  readonly control: CallControl;
  readonly rooms: MediaRoomFactory;
  readonly media: LocalMedia;
  readonly clock?: Clock;
  /** Add to `Date.now()` to read the server's clock, in milliseconds. */
  readonly clockOffset?: () => number;
  readonly storage?: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> | null;
  /** What the person chose before the call; without it the microphone is on, and the camera in a video call. */
  readonly intent?: Partial<CallIntent>;
  /** Takes part without a microphone. */
  readonly listenOnly?: boolean;
}

/** Pauses between attempts to come back: at once, then longer, never more than three seconds (security.md §7.9). */
const retryMs = [0, 250, 500, 1_000, 2_000, 3_000];
/** A remote microphone that the record lets expect and that is not there this long after joining: join again. */
const trackWaitMs = 3_000;
const confirmEveryMs = 1_000;

const nothing: CallRecord = Object.freeze({
  id: '',
  version: 0,
  state: 'queued',
  medium: 'audio',
  remoteName: null,
  queueName: '',
  queuedAt: 0,
  establishedAt: null,
  endedAt: null,
  endReason: null,
  remoteAway: false,
});

/**
 * One call in this browser. It shows the server's record and the own connection as one snapshot, sends microphone and
 * camera as the person wants and the record allows, and comes back by itself, with a new room and a fresh token, until
 * the record says that the call has ended. Closing it leaves the media; only `hangup` ends a call.
 */
export class CallSession implements Readable<CallSnapshot> {
  readonly #control: CallControl;
  readonly #rooms: MediaRoomFactory;
  readonly #media: LocalMedia;
  readonly #clock: Clock;
  readonly #clockOffset: () => number;
  readonly #storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> | null;
  readonly #store: Store<CallSnapshot>;
  readonly #views: VideoViews;
  readonly #sender: MediaSender;
  readonly #firstIntent: Partial<CallIntent>;
  #listenOnly: boolean;
  #record = nothing;
  #room: MediaRoom | null = null;
  #intent: CallIntent | null = null;
  #closed = false;
  /** Grows with every room: whatever belongs to an earlier one is dropped. */
  #generation = 0;
  #stopRoom: (() => void)[] = [];
  #rejoining = false;
  #heardRemote = false;
  #confirming = false;

  constructor({
    control,
    rooms,
    media,
    clock = systemClock,
    clockOffset = () => 0,
    storage = tabStorage(),
    intent = {},
    listenOnly = false,
  }: CallSessionOptions) {
    this.#control = control;
    this.#rooms = rooms;
    this.#media = media;
    this.#clock = clock;
    this.#clockOffset = clockOffset;
    this.#storage = storage;
    this.#firstIntent = intent;
    this.#listenOnly = listenOnly;
    this.#views = new VideoViews(media, () => this.snapshot.local.identity);
    this.#sender = new MediaSender(media);
    this.#store = new Store<CallSnapshot>({
      record: nothing,
      phase: 'waiting',
      local: localParty(null),
      remotes: [],
      pending: null,
      playbackBlocked: false,
      link: 'good',
      failure: null,
      clockOffsetMs: clockOffset(),
    });
    media.subscribe(() => this.#fitMedia());
  }

  get snapshot(): CallSnapshot {
    return this.#store.snapshot;
  }

  subscribe(listener: () => void): () => void {
    return this.#store.subscribe(listener);
  }

  /** Takes the server's record. An older version never replaces a newer one; an ended call is left for good. */
  apply(record: CallRecord): void {
    if (this.#closed || (record.id === this.#record.id && record.version < this.#record.version)) return;
    this.#record = record;
    this.#intent ??= recallIntent(this.#storage, record.id) ?? {
      muted: false,
      camera: record.medium === 'video',
      ...this.#firstIntent,
    };
    if (record.state === 'ended') this.#end();
    this.#update();
    this.#fitMedia();
    void this.#confirm();
  }

  /** Connects while the phone rings, with a token that neither sends nor hears, and opens the microphone if it may. */
  prepare(grant: MediaGrant): void {
    void this.#connect(grant).catch(() => undefined);
    void this.#warmUp();
  }

  /** Goes on with an answered call: the prepared room when there is one, else a new one with this grant. */
  answer(record: CallRecord, grant: MediaGrant): void {
    this.apply(record);
    if (this.#room && this.#room.state.connection !== 'closed') return;
    void this.#connect(grant).catch(() => void this.#rejoin());
  }

  /** Joins a call with a grant, or asks for one: after a reload, or when a waiting customer starts. */
  join(record: CallRecord, grant: MediaGrant | null = null): void {
    this.apply(record);
    if (grant) void this.#connect(grant).catch(() => void this.#rejoin());
    else void this.#rejoin();
  }

  mute(): Promise<void> {
    return this.#act('mute', () => this.#want({ muted: true }));
  }

  unmute(): Promise<void> {
    return this.#act('unmute', async () => {
      await this.#media.openMicrophone();
      this.#listenOnly = false;
      await this.#want({ muted: false });
    });
  }

  cameraOn(): Promise<void> {
    return this.#act('camera-on', async () => {
      await this.#media.openCamera();
      await this.#want({ camera: true });
    });
  }

  cameraOff(): Promise<void> {
    return this.#act('camera-off', () => this.#want({ camera: false }));
  }

  /** Ends the call for both. */
  hangup(): Promise<void> {
    return this.#act('hangup', () => this.#control.hangup());
  }

  /** Plays what the browser held back. Call it in a gesture. */
  async resumePlayback(): Promise<void> {
    await this.#room?.resumePlayback();
  }

  /** Shows a party's camera or screen in an element until the returned function is called, through every rejoin. */
  attachVideo(identity: string, source: 'camera' | 'screen', element: HTMLVideoElement): () => void {
    return this.#views.add(identity, source, element);
  }

  /** The person's own devices. */
  get media(): LocalMedia {
    return this.#media;
  }

  /** Leaves the media and stops following. Never ends the call. */
  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#dropRoom();
    this.#media.release();
  }

  async #act(pending: PendingAction, act: () => Promise<void>): Promise<void> {
    if (this.snapshot.pending !== null) return;
    this.#store.set({ pending });
    try {
      await act();
    } finally {
      this.#store.set({ pending: null });
    }
  }

  async #want(change: Partial<CallIntent>): Promise<void> {
    this.#intent = { ...(this.#intent ?? { muted: false, camera: false }), ...change };
    rememberIntent(this.#storage, this.#record.id, this.#intent);
    await this.#fit();
  }

  /** Opens the microphone ahead of the answer, where that asks nothing. */
  async #warmUp(): Promise<void> {
    const permission = await navigator.permissions?.query({ name: 'microphone' as PermissionName }).catch(() => null);
    if (permission?.state === 'granted' && !this.#closed) await this.#media.openMicrophone().catch(() => undefined);
  }

  async #connect(grant: MediaGrant): Promise<void> {
    this.#dropRoom();
    const generation = this.#generation;
    const room = await this.#rooms();
    if (generation !== this.#generation || this.#closed) return void room.close();
    this.#room = room;
    this.#stopRoom = [
      room.subscribe(() => this.#roomChanged(room)),
      watchTransport(room, this.#clock, (link) => this.#linkChanged(link)),
    ];
    this.#views.use(room);
    const speaker = this.#media.snapshot.chosen.speaker;
    if (speaker) void room.setSpeaker(speaker);
    await room.connect(grant);
    // Heard nothing where somebody should be heard: some joins are silent (livekit-verified.md §11).
    this.#stopRoom.push(this.#clock.after(trackWaitMs, () => this.#checkTracks(room)));
  }

  #roomChanged(room: MediaRoom): void {
    if (room !== this.#room) return;
    if (room.state.participants.some(({ local, microphone }) => !local && microphone !== 'none'))
      this.#heardRemote = true;
    this.#update();
    this.#fitMedia();
    void this.#confirm();
    if (room.state.connection !== 'closed' || this.#closed || this.#record.state === 'ended') return;
    if (room.state.closeReason === 'moved') this.#fail({ code: 'moved', device: null });
    // A phone that rings and lost its room joins when it is answered.
    else if (this.#record.id !== '') void this.#rejoin();
  }

  #linkChanged(link: CallSnapshot['link']): void {
    this.#store.set({ link });
    if (link === 'lost' && this.#record.id !== '') void this.#rejoin();
  }

  #checkTracks(room: MediaRoom): void {
    const { state, remoteAway } = this.#record;
    const expected = (state === 'active' || state === 'held') && !remoteAway && room === this.#room;
    const hears = room.state.participants.some(({ local, microphone }) => !local && microphone !== 'none');
    // Somebody who only listens never had a microphone: joining again would not bring one.
    if (expected && !hears && this.#heardRemote && room.state.connection === 'connected') void this.#rejoin();
  }

  /** Asks for the record and a fresh token and builds a new room, again and again, until it works or the call has ended. */
  async #rejoin(): Promise<void> {
    if (this.#rejoining || this.#closed) return;
    this.#rejoining = true;
    this.#dropRoom();
    try {
      for (let attempt = 0; !this.#over(); attempt++) {
        await this.#pause(retryMs[Math.min(attempt, retryMs.length - 1)] ?? 0);
        if (this.#over() || (await this.#rejoinOnce())) return;
      }
    } finally {
      this.#rejoining = false;
      this.#update();
    }
  }

  async #rejoinOnce(): Promise<boolean> {
    try {
      const { record, media } = await this.#control.token();
      this.apply(record);
      if (!media || this.#over()) return true;
      await this.#connect(media);
      this.#store.set({ link: 'good', failure: null });
      return true;
    } catch (error) {
      this.#update();
      const { code } = error as { code?: string };
      // The server knows this browser or call no more: asking again would not change that.
      if (code !== 'session_expired' && code !== 'not_found' && code !== 'call_ended' && code !== 'link_unavailable')
        return false;
      this.#fail({ code, device: null });
      return true;
    }
  }

  #pause(ms: number): Promise<void> {
    if (ms === 0) return Promise.resolve();
    return new Promise((resolve) => {
      const done = () => {
        removeEventListener('online', done);
        cancel();
        resolve();
      };
      const cancel = this.#clock.after(ms, done);
      addEventListener('online', done);
    });
  }

  #over(): boolean {
    return this.#closed || this.#record.state === 'ended';
  }

  #fitMedia(): void {
    void this.#fit().catch((error: unknown) => {
      if (error instanceof MediaError) this.#fail({ code: error.code, device: error.device });
    });
  }

  /** Makes what is sent fit what the person wants and the record allows. */
  async #fit(): Promise<void> {
    const room = this.#room;
    const { state, medium } = this.#record;
    if (!room || !this.#intent || this.#over() || (state === 'queued' && this.#record.id === '')) return;
    const talking = state === 'connecting' || state === 'active';
    const result = await this.#sender.fit(room, {
      microphone: this.#listenOnly ? 'none' : this.#intent.muted || !talking ? 'muted' : 'on',
      camera: this.#intent.camera && medium === 'video',
    });
    if (result) await this.#microphoneFailed(result);
    this.#update();
  }

  async #microphoneFailed(error: MediaError): Promise<void> {
    if (error.device === 'camera') return this.#fail({ code: error.code, device: 'camera' });
    this.#fail({ code: error.code, device: 'microphone' });
    if (this.#record.state === 'connecting') await this.#control.mediaFailed?.(error.code).catch(() => undefined);
  }

  /** Tells the server that this side is there, until it says that the call is established. */
  async #confirm(): Promise<void> {
    const there = () =>
      this.#record.state === 'connecting' &&
      this.#room?.state.connection === 'connected' &&
      this.#room.state.participants.some(({ microphone }) => microphone !== 'none');
    if (this.#confirming || !there()) return;
    this.#confirming = true;
    while (!this.#over() && there()) {
      await this.#control.connected().catch(() => undefined);
      await this.#pause(confirmEveryMs);
    }
    this.#confirming = false;
  }

  #end(): void {
    rememberIntent(this.#storage, this.#record.id, null);
    this.#dropRoom();
    this.#media.release();
  }

  #dropRoom(): void {
    this.#generation++;
    for (const stop of this.#stopRoom) stop();
    this.#stopRoom = [];
    const room = this.#room;
    this.#room = null;
    this.#views.use(null);
    this.#sender.forget();
    void room?.close();
  }

  #fail(failure: CallFailure): void {
    this.#store.set({ failure });
  }

  #update(): void {
    const room = this.#room?.state ?? null;
    const rejoining = this.#rejoining && this.#room?.state.connection !== 'connected';
    const phase = phaseOf(this.#record, room);
    this.#store.set({
      record: this.#record,
      phase: rejoining && phase === 'connecting' && this.#heardRemote ? 'reconnecting' : phase,
      local: localParty(room),
      remotes: remoteParties(room, this.#record),
      playbackBlocked: room?.canPlay === false,
      clockOffsetMs: this.#clockOffset(),
    });
    this.#views.refresh();
  }
}
