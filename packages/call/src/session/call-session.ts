import type { MediaGrant, TransferCallRequest } from '@carillon/contract';
import type { LocalMedia } from '../media/local-media.js';
import { MediaError } from '../media/media-error.js';
import type { MediaRoom } from '../media/media-room.js';
import type { CallControl } from './call-control.js';
import { tabStorage, type CallIntent } from './call-memory.js';
import type { CallSessionOptions } from './call-session-options.js';
import {
  confidantOf,
  isIsolated,
  type CallFailure,
  type CallRecord,
  type CallSnapshot,
  type PendingAction,
} from './call-snapshot.js';
import { CallChat } from './chat/call-chat.js';
import { Captions } from './captions.js';
import { systemClock } from './clock.js';
import { emptyRecord, firstSnapshot, localParty, mayConfirm, phaseOf, remoteParties, soundOf } from './derive-call.js';
import { knockWith } from './knock.js';
import { MediaSender } from './media-sender.js';
import { openIfAllowed } from './open-if-allowed.js';
import { OwnIntent } from './own-intent.js';
import { PresenceReport } from './presence-report.js';
import { Rejoiner } from './rejoiner.js';
import { RoomHolder, type Isolation } from './room-holder.js';
import { ScreenShare, screenSource } from './screen-share.js';
import { Store, type Readable } from './store.js';
import { TrackWatchdog } from './track-watchdog.js';
import { VideoViews } from './video-views.js';

export type { CallSessionOptions } from './call-session-options.js';

/** A microphone or camera that could not be published is tried again after this long. */
const publishAgainMs = 1_000;

/** Wishes to be heard or seen less: nothing that is under way delays one. */
const withdrawing = (pending: PendingAction): boolean =>
  pending === 'mute' || pending === 'camera-off' || pending === 'unshare';
/** Wishes from the click of which on nothing is heard, whatever the network does. */
const isolating = (pending: PendingAction | null): boolean => pending === 'hold' || pending === 'transfer';

/**
 * One call in this browser. It shows the server's record and the own connection as one snapshot, sends microphone and
 * camera as the person wants and the record allows, and comes back by itself, with a new room and a fresh token, until
 * the record says that the call has ended. Closing it leaves the media; only `hangup` ends a call.
 */
export class CallSession implements Readable<CallSnapshot> {
  /** The call's messages; null where it has none. */
  readonly chat: CallChat | null;
  /** What is said, in words, where the host has a source for it. */
  readonly captions: Captions;
  readonly #control: CallControl;
  readonly #media: LocalMedia;
  readonly #clockOffset: () => number;
  readonly #store: Store<CallSnapshot>;
  readonly #views: VideoViews;
  readonly #sender: MediaSender;
  readonly #holder: RoomHolder;
  readonly #tracks: TrackWatchdog;
  readonly #presence: PresenceReport;
  readonly #rejoiner: Rejoiner;
  readonly #stopMedia: () => void;
  readonly #screen: ScreenShare;
  readonly #intent: OwnIntent;
  #record = emptyRecord;
  #closed = false;

  constructor({
    control,
    rooms,
    media,
    clock = systemClock,
    clockOffset = () => 0,
    storage = tabStorage(),
    intent = {},
    listenOnly = false,
    screens = screenSource(),
    captions,
    knock = knockWith(clock),
  }: CallSessionOptions) {
    this.#control = control;
    this.chat = control.chat ? new CallChat({ port: control.chat, clock, clockOffset }) : null;
    this.captions = new Captions(captions);
    this.#media = media;
    this.#clockOffset = clockOffset;
    this.#intent = new OwnIntent({ storage, first: intent, listenOnly });
    this.#screen = new ScreenShare(screens, () => this.#fitMedia());
    this.#views = new VideoViews(media, () => this.snapshot.local.identity);
    this.#sender = new MediaSender(media, () => clock.after(publishAgainMs, () => this.#fitMedia()));
    this.#holder = new RoomHolder({
      rooms,
      media,
      clock,
      views: this.#views,
      sender: this.#sender,
      changed: (room) => this.#roomChanged(room),
      link: (link) => this.#linkChanged(link),
      joined: () => this.#joined(),
      isolated: () => this.#isolation,
      sendsVideo: () => this.snapshot.local.camera === 'on',
      weakLine: () => this.#pauseVideo(true),
    });
    this.#rejoiner = new Rejoiner({
      control,
      clock,
      holder: this.#holder,
      knock,
      apply: (record) => this.apply(record),
      over: () => this.#over(),
      changed: () => this.#update(),
      refused: (code) => this.#fail({ code, device: null }),
    });
    this.#tracks = new TrackWatchdog(clock, () => this.#rejoin());
    this.#presence = new PresenceReport(
      clock,
      () => control.connected(),
      () => !this.#over() && mayConfirm(this.#record, this.#holder.state),
    );
    this.#store = new Store<CallSnapshot>(firstSnapshot(clockOffset(), control.hold !== undefined));
    this.#stopMedia = media.subscribe(() => {
      this.#holder.fitSpeaker();
      this.#fitMedia();
    });
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
    this.#intent.follow(record);
    if (record.state === 'ended') this.#leave();
    this.#holder.fitIsolation();
    this.#update();
    this.#fitMedia();
    this.chat?.follow(record);
    void this.#presence.look();
  }

  /** Connects while the phone rings, hearing and heard by nobody, and opens the microphone if it may. */
  prepare(grant: MediaGrant): void {
    void this.#holder.connect(grant, { waits: true }).catch(() => undefined);
    void openIfAllowed(this.#media, () => !this.#closed);
  }

  /** Goes on with an answered call: the prepared room when there is one, else a new one with this grant. */
  answer(record: CallRecord, grant: MediaGrant): void {
    this.apply(record);
    if (this.#holder.state && this.#holder.state.connection !== 'closed') return;
    void this.#holder.connect(grant).catch(() => this.#rejoin());
  }

  /** Joins a call with a grant, or asks for one: after a reload, or when a waiting customer starts. */
  join(record: CallRecord, grant: MediaGrant | null = null): void {
    this.apply(record);
    if (grant) void this.#holder.connect(grant).catch(() => this.#rejoin());
    else this.#rejoin();
  }

  mute(): Promise<void> {
    return this.#act('mute', () => this.#want({ muted: true }));
  }

  unmute(): Promise<void> {
    return this.#act('unmute', async () => {
      const withdrawn = this.#intent.watch('microphone');
      await this.#media.openMicrophone();
      this.#intent.speak();
      // Who pressed mute while the browser asked has said so last.
      if (withdrawn()) return this.#fit();
      await this.#want({ muted: false });
    });
  }

  cameraOn(): Promise<void> {
    return this.#act('camera-on', async () => {
      const withdrawn = this.#intent.watch('camera');
      await this.#media.openCamera();
      if (withdrawn()) return this.#media.closeCamera();
      this.#pauseVideo(false);
      await this.#want({ camera: true });
    });
  }

  cameraOff(): Promise<void> {
    return this.#act('camera-off', () => {
      this.#pauseVideo(false);
      return this.#want({ camera: false });
    });
  }

  /**
   * Lets the person choose a screen, window or tab and shows it to the other side (SHR-1). Call it in a gesture. Choosing
   * nothing changes nothing (SHR-2). Rejects with a `MediaError`.
   */
  share(): Promise<void> {
    return this.#act('share', async () => {
      // The browser would ask first and the media server refuse then.
      if (!this.snapshot.mayShare) throw new MediaError('blocked-by-policy');
      if (await this.#screen.start()) await this.#fit();
    });
  }

  unshare(): Promise<void> {
    return this.#act('unshare', () => {
      this.#screen.stop();
      return this.#fit();
    });
  }

  /** Puts the other side on hold: from this moment on it neither hears nor sees anything from here (HLD-5). */
  hold(): Promise<void> {
    return this.#tell('hold', (control) => control.hold?.());
  }

  /** Goes on talking, as muted and as visible as before (HLD-6). */
  resume(): Promise<void> {
    return this.#tell('resume', (control) => control.resume?.());
  }

  /**
   * Passes the call on to an agent or a queue. The other side is isolated from the click on; it comes back when the
   * transfer comes to nothing (TRA-4, TRQ-4). Rejects with the server's `code`.
   */
  transfer(target: TransferCallRequest): Promise<void> {
    return this.#tell('transfer', (control) => control.transfer?.(target));
  }

  /** Takes a transfer back that still rings, or sends the other agent away again with whom it was talked about. */
  cancelTransfer(): Promise<void> {
    return this.#tell('cancel-transfer', (control) => control.cancelTransfer?.());
  }

  /** Lets the customer in while this agent talks to another one: from then on all three hear each other. */
  joinTransfer(): Promise<void> {
    return this.#tell('join-transfer', (control) => control.joinTransfer?.());
  }

  /** Leaves the call to the agent with whom it was talked about. For this side it is over then (TRA-4). */
  completeTransfer(): Promise<void> {
    return this.#tell('complete-transfer', (control) => control.completeTransfer?.());
  }

  /** Ends the call for both. */
  hangup(): Promise<void> {
    return this.#act('hangup', () => this.#control.hangup());
  }

  /** Writes to the other side. What becomes of it is told by `chat`. */
  message(text: string): void {
    this.chat?.snapshot.chat?.send(text);
  }

  /** Plays what the browser held back. Call it in a gesture. */
  async resumePlayback(): Promise<void> {
    await this.#holder.room?.resumePlayback();
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
    this.chat?.close();
    this.#stopMedia();
    this.#leave();
  }

  async #act(pending: PendingAction, act: () => Promise<void>): Promise<void> {
    // One wish after the other; but nothing that is under way, as a camera that opens, keeps a person in a call, heard or
    // seen.
    const before = this.snapshot.pending;
    if (before && withdrawing(pending)) return act();
    if (before && (pending !== 'hangup' || before === pending)) return;
    this.#setPending(pending);
    try {
      await act();
    } finally {
      if (this.snapshot.pending === pending) this.#setPending(null);
    }
  }

  #setPending(pending: PendingAction | null): void {
    const holds = isolating(pending) || isolating(this.snapshot.pending);
    this.#store.set({ pending });
    if (!holds) return;
    // Nothing is heard from the click on, whatever the network does; if the server refuses, it is as before.
    this.#holder.fitIsolation();
    this.#fitMedia();
  }

  /** On hold or being passed on, or on the way there; but for the agent with whom this one talks about it. */
  get #isolation(): Isolation {
    return {
      isolated: isIsolated(this.#record) || isolating(this.snapshot.pending),
      except: confidantOf(this.#record),
    };
  }

  /** Asks the server for something, and takes the record as it stands then. */
  #tell(pending: PendingAction, ask: (control: CallControl) => Promise<CallRecord> | undefined): Promise<void> {
    return this.#act(pending, async () => {
      const record = await ask(this.#control);
      if (record) this.apply(record);
    });
  }

  async #want(change: Partial<CallIntent>): Promise<void> {
    this.#intent.want(change, this.#record.id);
    await this.#fit();
  }

  #roomChanged(room: MediaRoom): void {
    this.#update();
    this.#fitMedia();
    void this.#presence.look();
    if (room.state.connection !== 'closed' || this.#over()) return;
    if (room.state.closeReason === 'moved') this.#fail({ code: 'moved', device: null });
    // A phone that rings and lost its room joins when it is answered.
    else if (this.#record.id !== '') this.#rejoin();
  }

  /** A line that is too weak for video goes on with sound alone, until the person says otherwise. */
  #pauseVideo(videoPaused: boolean): void {
    this.#store.set({ videoPaused });
    if (videoPaused) this.#fitMedia();
  }

  #linkChanged(link: CallSnapshot['link']): void {
    this.#store.set({ link });
    if (link === 'lost' && this.#record.id !== '') this.#rejoin();
  }

  #joined(): void {
    const { failure } = this.snapshot;
    // A device does not work again by that; whatever kept this browser out of the call is over.
    this.#store.set({ link: 'good', failure: failure?.device ? failure : null });
  }

  #rejoin(): void {
    void this.#rejoiner.run();
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
    // A phone that rings has no call yet.
    if (this.#record.id === '') return this.#getReady();
    const { sendingRoom: room } = this.#holder;
    const { videoPaused } = this.snapshot;
    const wanted = this.#intent.wanted(this.#record, this.#isolation, { videoPaused, screen: this.#screen.track });
    if (!room || !wanted || this.#over()) return;
    const result = await this.#sender.fit(room, wanted);
    if (result) await this.#deviceFailed(result);
    const failed = this.snapshot.failure?.device;
    if ((failed === 'microphone' || failed === 'camera') && this.#media.snapshot[failed].state === 'on')
      this.#store.set({ failure: null });
    this.#update();
  }

  /**
   * Publishes the microphone muted while the phone rings, where the server lets it: what is left of an answer then is to
   * unmute it (ADR 0013). Only one that is open already, as a person is asked for nothing before they answer.
   */
  async #getReady(): Promise<void> {
    const { room } = this.#holder;
    if (room?.state.connection !== 'connected' || this.#media.snapshot.microphone.state !== 'on') return;
    await this.#sender.fit(room, { microphone: 'muted', camera: false, screen: null });
  }

  async #deviceFailed({ code, device }: MediaError): Promise<void> {
    // What is released at the end of a call fails nobody.
    if (this.#over()) return;
    this.#fail({ code, device });
    if (device === 'microphone' && this.#record.state === 'connecting')
      await this.#control.mediaFailed?.(code).catch(() => undefined);
  }

  #leave(): void {
    this.#tracks.stop();
    this.captions.turnOff();
    this.#holder.drop();
    this.#screen.stop();
    this.#media.release();
  }

  #fail(failure: CallFailure): void {
    this.#store.set({ failure });
  }

  #update(): void {
    const room = this.#holder.state;
    this.#tracks.look(soundOf(this.#record, room));
    const phase = phaseOf(this.#record, room);
    const back = this.#rejoiner.running && phase === 'connecting' && this.#tracks.heard;
    this.#store.set({
      record: this.#record,
      phase: back ? 'reconnecting' : phase,
      mayHold: this.#control.hold !== undefined && this.#record.consult === null,
      mayShare: this.#screen.possible && room?.canShare === true,
      looksAway: this.#media.looks === 'environment',
      local: localParty(room),
      remotes: remoteParties(room, this.#record),
      playbackBlocked: room?.canPlay === false,
      clockOffsetMs: this.#clockOffset(),
    });
    this.#views.refresh();
  }
}
