import type { MediaGrant } from '@carillon/contract';
import { MediaError } from './media-error.js';
import type { CloseReason, MediaRoom, MediaRoomState, ParticipantState, NetworkStats } from './media-room.js';

const nobody = (identity: string, local: boolean): ParticipantState => ({
  identity,
  local,
  microphone: 'none',
  camera: 'none',
  screen: 'none',
  speaking: false,
  quality: 'unknown',
});

/** A room without a network, for tests: it does what a test says and writes down what it is asked. */
export class FakeMediaRoom implements MediaRoom {
  /** What was asked of the room, oldest first. */
  readonly asked: string[] = [];
  /** Set to make the next `connect` fail. */
  failConnect: MediaError | null = null;
  /** What the token allows; a phone that rings may not hear. */
  grantsPublish = true;
  grantsHearing = true;
  /** Whether the token allows to share a screen. */
  grantsShare = true;
  /** What `connect` waits for. */
  slowConnect: Promise<void> | null = null;
  packets: number | null = 0;
  /** What is told of the network while connected. */
  network: NetworkStats | null = { path: 'udp', roundTripMs: 20, outgoingKbps: 2_000, lostPercent: 0 };
  #state: MediaRoomState = Object.freeze({
    connection: 'idle',
    closeReason: null,
    canPublish: false,
    canHear: false,
    canShare: false,
    canPlay: true,
    participants: Object.freeze([]),
  });
  readonly #listeners = new Set<() => void>();

  get state(): MediaRoomState {
    return this.#state;
  }

  subscribe(listener: () => void): () => void {
    const entry = () => listener();
    this.#listeners.add(entry);
    return () => void this.#listeners.delete(entry);
  }

  async connect({ identity }: MediaGrant): Promise<void> {
    this.asked.push(`connect ${identity}`);
    if (this.slowConnect) {
      this.set({ connection: 'connecting' });
      await this.slowConnect;
    }
    const failure = this.failConnect;
    this.failConnect = null;
    if (failure) {
      this.drop(failure.code === 'connection-refused' ? 'refused' : 'lost');
      throw failure;
    }
    const local = { ...nobody(identity, true), ...this.#local(), identity };
    const others = this.#state.participants.filter((one) => !one.local);
    if (this.#state.connection === 'closed') throw new MediaError('connection-failed');
    this.set({
      connection: 'connected',
      canPublish: this.grantsPublish,
      canHear: this.grantsHearing,
      canShare: this.grantsShare,
      participants: [local, ...others],
    });
  }

  publishMicrophone(track: MediaStreamTrack, { muted }: { readonly muted: boolean }): Promise<void> {
    this.asked.push(`microphone ${track.kind} ${muted ? 'muted' : 'on'}`);
    if (this.#forbidden()) return Promise.reject(new Error('may not publish'));
    this.#setLocal({ microphone: muted ? 'muted' : 'on' });
    return Promise.resolve();
  }

  setMicrophoneMuted(muted: boolean): Promise<void> {
    this.asked.push(muted ? 'mute' : 'unmute');
    if (this.#local()?.microphone !== 'none') this.#setLocal({ microphone: muted ? 'muted' : 'on' });
    return Promise.resolve();
  }

  publishCamera(track: MediaStreamTrack | null): Promise<void> {
    this.asked.push(track ? 'camera on' : 'camera off');
    if (track && this.#forbidden()) return Promise.reject(new Error('may not publish'));
    this.#setLocal({ camera: track ? 'on' : 'none' });
    return Promise.resolve();
  }

  publishScreen(track: MediaStreamTrack | null): Promise<void> {
    this.asked.push(track ? 'screen on' : 'screen off');
    this.#setLocal({ screen: track ? 'on' : 'none' });
    return Promise.resolve();
  }

  isolate(isolated: boolean, except: string | null = null): void {
    this.asked.push(isolated ? (except === null ? 'isolate' : `isolate but ${except}`) : 'open up');
  }

  attachVideo(identity: string, source: 'camera' | 'screen', element: HTMLVideoElement): () => void {
    this.asked.push(`attach ${identity} ${source}`);
    element.dataset['shows'] = identity;
    return () => void delete element.dataset['shows'];
  }

  setSpeaker(deviceId: string): Promise<void> {
    this.asked.push(`speaker ${deviceId}`);
    return Promise.resolve();
  }

  resumePlayback(): Promise<void> {
    this.asked.push('resume playback');
    this.set({ canPlay: true });
    return Promise.resolve();
  }

  networkStats(): Promise<NetworkStats | null> {
    return Promise.resolve(this.#state.connection === 'connected' ? this.network : null);
  }

  packetsReceived(): Promise<number | null> {
    return Promise.resolve(this.#state.connection === 'connected' ? this.packets : null);
  }

  close(): Promise<void> {
    this.asked.push('close');
    this.drop('left');
    return Promise.resolve();
  }

  /** Changes what the room is like, as the media server would. */
  set(change: Partial<MediaRoomState>): void {
    this.#state = Object.freeze({ ...this.#state, ...change });
    for (const listener of [...this.#listeners]) listener();
  }

  /** Somebody else is in the room as described. */
  remote(identity: string, change: Partial<ParticipantState> = {}): void {
    const others = this.#state.participants.filter((one) => one.identity !== identity);
    const before = this.#state.participants.find((one) => one.identity === identity) ?? nobody(identity, false);
    this.set({ participants: [...others, { ...before, ...change }] });
  }

  /** Somebody is not in the room any more. */
  gone(identity: string): void {
    this.set({ participants: this.#state.participants.filter((one) => one.identity !== identity) });
  }

  /** The room is closed. The first reason stays. */
  drop(closeReason: CloseReason): void {
    if (this.#state.connection !== 'closed') this.set({ connection: 'closed', closeReason });
  }

  #forbidden(): boolean {
    return this.#state.connection === 'connected' && !this.#state.canPublish;
  }

  #local(): ParticipantState | undefined {
    return this.#state.participants.find(({ local }) => local);
  }

  #setLocal(change: Partial<ParticipantState>): void {
    const local = { ...(this.#local() ?? nobody('', true)), ...change };
    this.set({ participants: [local, ...this.#state.participants.filter((one) => !one.local)] });
  }
}
