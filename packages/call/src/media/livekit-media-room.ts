import type { MediaGrant } from '@carillon/contract';
import type { LocalAudioTrack, LocalTrack, LocalVideoTrack, Room, Track } from 'livekit-client';
import { closeReasonOf, toMediaError } from './livekit-errors.js';
import { describeParticipants, mayHear, mayPublish, mayShare } from './livekit-participants.js';
import type * as LiveKit from './livekit.js';
import { readNetworkStats } from './read-network-stats.js';
import type { CloseReason, MediaRoom, MediaRoomState, NetworkStats } from './media-room.js';
import { livekitOptions } from './livekit-options.js';
import { RemoteAudio } from './remote-audio.js';
import { SubscribeAgain } from './subscribe-again.js';
import { VideoAttachments, type ShowableTrack } from './video-attachments.js';

type Kit = typeof LiveKit;

/** What a host may decide about the connection. Without ICE servers nothing but the media server itself is asked. */
export interface LiveKitRoomOptions {
  readonly iceServers?: readonly RTCIceServer[];
  readonly speakerId?: string;
}

/** livekit-client's own classes do not fit its own parameter under exactOptionalPropertyTypes. */
const toPublish = (track: unknown) => track as LocalTrack;

const initial: MediaRoomState = Object.freeze({
  connection: 'idle',
  closeReason: null,
  canPublish: false,
  canHear: false,
  canShare: false,
  canPlay: true,
  participants: Object.freeze([]),
});

/** A room on LiveKit: the only code that knows `Room`. */
export class LiveKitMediaRoom implements MediaRoom {
  readonly #kit: Kit;
  readonly #room: Room;
  readonly #iceServers: readonly RTCIceServer[];
  readonly #audio: RemoteAudio;
  readonly #again: SubscribeAgain;
  readonly #videos = new VideoAttachments((identity, source) => this.#track(identity, source));
  readonly #listeners = new Set<() => void>();
  #state = initial;
  #closed: CloseReason | null = null;
  #left = false;
  #connecting = false;
  #isolated = false;
  // Tracks and not publications: the SDK makes new publications of the same tracks with every full reconnect.
  #microphone: LocalAudioTrack | undefined;
  #camera: LocalVideoTrack | undefined;
  #screen: LocalVideoTrack | undefined;

  constructor(kit: Kit, { iceServers = [], speakerId = '' }: LiveKitRoomOptions = {}) {
    this.#kit = kit;
    this.#iceServers = iceServers;
    this.#audio = new RemoteAudio(speakerId);
    this.#room = new kit.Room(livekitOptions(kit));
    this.#again = new SubscribeAgain(this.#room.remoteParticipants);
    this.#listen();
  }

  get state(): MediaRoomState {
    return this.#state;
  }

  subscribe(listener: () => void): () => void {
    const entry = () => listener();
    this.#listeners.add(entry);
    return () => void this.#listeners.delete(entry);
  }

  async connect({ url, token }: MediaGrant): Promise<void> {
    try {
      this.#connecting = true;
      const connecting = this.#room.connect(url, token, { rtcConfig: { iceServers: [...this.#iceServers] } });
      this.#update();
      await connecting;
    } catch (error) {
      const known = toMediaError(error);
      this.#closed ??= this.#left ? 'left' : known.code === 'connection-refused' ? 'refused' : 'lost';
      throw known;
    } finally {
      this.#connecting = false;
      this.#update();
    }
  }

  async publishMicrophone(track: MediaStreamTrack, { muted }: { readonly muted: boolean }): Promise<void> {
    if (this.#microphone) {
      // Silent before another device is heard, audible only after it is in place.
      if (muted) await this.#microphone.mute();
      await this.#microphone.replaceTrack(track, true);
      return this.setMicrophoneMuted(muted);
    }
    const local = new this.#kit.LocalAudioTrack(track, undefined, true);
    if (muted) {
      // The SDK has just enabled it, and an earlier room may still be sending it.
      track.enabled = false;
      await local.mute();
    }
    await this.#publish(local, this.#kit.Track.Source.Microphone);
    this.#microphone = local;
    this.#update();
  }

  async setMicrophoneMuted(muted: boolean): Promise<void> {
    if (muted) await this.#microphone?.mute();
    else await this.#microphone?.unmute();
    this.#update();
  }

  async publishCamera(track: MediaStreamTrack | null): Promise<void> {
    this.#camera = await this.#publishVideo(this.#camera, track, this.#kit.Track.Source.Camera);
    this.#update();
  }

  async publishScreen(track: MediaStreamTrack | null): Promise<void> {
    this.#screen = await this.#publishVideo(this.#screen, track, this.#kit.Track.Source.ScreenShare);
    this.#update();
  }

  isolate(isolated: boolean, except: string | null = null): void {
    // The media server takes back what others receive, and the SDK says it again with every reconnect; silencing the
    // microphone alone would leave that to this browser (livekit-verified.md §5).
    this.#room.localParticipant.setTrackSubscriptionPermissions(
      !isolated,
      except === null ? [] : [{ participantIdentity: except, allowAll: true }],
    );
    this.#audio.silence(isolated, except);
    this.#isolated = isolated;
    if (isolated) this.#again.stop();
    else this.#again.soon();
  }

  attachVideo(identity: string, source: 'camera' | 'screen', element: HTMLVideoElement): () => void {
    return this.#videos.add(identity, source, element);
  }

  setSpeaker(deviceId: string): Promise<void> {
    return this.#audio.setSpeaker(deviceId);
  }

  async resumePlayback(): Promise<void> {
    await this.#room.startAudio();
    this.#update();
  }

  async packetsReceived(): Promise<number | null> {
    for (const track of this.#anyTracks()) {
      const report = await track.getRTCStatsReport().catch(() => undefined);
      for (const entry of report?.values() ?? []) {
        const { type, packetsReceived } = entry as { type: string; packetsReceived?: number };
        if (type === 'transport' && packetsReceived !== undefined) return packetsReceived;
      }
    }
    return null;
  }

  async networkStats(): Promise<NetworkStats | null> {
    const reports = await Promise.all(
      [...this.#anyTracks()].map((track) => track.getRTCStatsReport().catch(() => undefined)),
    );
    const report = reports.find((found) => found && found.size > 0);
    return report ? readNetworkStats(report) : null;
  }

  async close(): Promise<void> {
    this.#left = true;
    this.#audio.close();
    // The tracks belong to whoever opened them: they go on in the next room or are stopped there.
    await this.#room.disconnect(false);
    this.#closed ??= 'left';
    this.#update();
  }

  async #publish(track: LocalAudioTrack | LocalVideoTrack, source: Track.Source): Promise<void> {
    await this.#room.localParticipant.publishTrack(toPublish(track), { source });
  }

  /** Publishes a track, or replaces or takes off what is there; what is sent then. */
  async #publishVideo(
    sent: LocalVideoTrack | undefined,
    track: MediaStreamTrack | null,
    source: Track.Source,
  ): Promise<LocalVideoTrack | undefined> {
    if (track === null) {
      if (sent) await this.#room.localParticipant.unpublishTrack(toPublish(sent), false);
      return undefined;
    }
    if (sent) {
      await sent.replaceTrack(track, true);
      return sent;
    }
    const local = new this.#kit.LocalVideoTrack(track, undefined, true);
    await this.#publish(local, source);
    return local;
  }

  #listen(): void {
    const { RoomEvent } = this.#kit;
    const room = this.#room;
    const update = () => this.#update();
    room.on(RoomEvent.TrackSubscribed, (track, _, { identity }) => {
      if (track.kind === this.#kit.Track.Kind.Audio) this.#audio.play(track, identity);
      this.#update();
    });
    room.on(RoomEvent.TrackUnsubscribed, (track) => {
      this.#audio.stop(track);
      this.#update();
    });
    room.on(RoomEvent.TrackUnmuted, (_, { identity }) => {
      // Who goes on talking after a hold has said before who may hear it.
      const remote = room.remoteParticipants.get(identity);
      if (remote && !this.#isolated) this.#again.ask(remote);
      this.#update();
    });
    room.on(RoomEvent.Disconnected, (reason) => {
      this.#again.stop();
      // Why connecting failed is said by `connect` itself, and better.
      if (!this.#connecting) this.#closed ??= this.#left ? 'left' : closeReasonOf(reason);
      this.#audio.close();
      this.#update();
    });
    for (const event of [
      RoomEvent.ConnectionStateChanged,
      RoomEvent.ParticipantConnected,
      RoomEvent.ParticipantDisconnected,
      RoomEvent.ParticipantPermissionsChanged,
      // What is taken off is unsubscribed first, while its publication is still there.
      RoomEvent.TrackUnpublished,
      RoomEvent.TrackMuted,
      RoomEvent.LocalTrackPublished,
      RoomEvent.LocalTrackUnpublished,
      RoomEvent.ActiveSpeakersChanged,
      RoomEvent.ConnectionQualityChanged,
      RoomEvent.AudioPlaybackStatusChanged,
    ])
      room.on(event, update);
  }

  #update(): void {
    const room = this.#room;
    this.#state = Object.freeze({
      connection: this.#connection(),
      closeReason: this.#closed,
      canPublish: mayPublish(room.localParticipant),
      canHear: mayHear(room.localParticipant),
      canShare: mayShare(room.localParticipant),
      canPlay: room.canPlaybackAudio,
      participants: describeParticipants(room),
    });
    this.#videos.refresh();
    for (const listener of [...this.#listeners]) listener();
  }

  #connection(): MediaRoomState['connection'] {
    if (this.#closed) return 'closed';
    const state: string = this.#room.state;
    if (state === 'connected' || state === 'connecting') return state;
    return state === 'disconnected' ? 'idle' : 'reconnecting';
  }

  #track(identity: string, source: 'camera' | 'screen'): ShowableTrack | undefined {
    const { localParticipant, remoteParticipants } = this.#room;
    const participant = identity === localParticipant.identity ? localParticipant : remoteParticipants.get(identity);
    const { Camera, ScreenShare } = this.#kit.Track.Source;
    return participant?.getTrackPublication(source === 'camera' ? Camera : ScreenShare)?.track;
  }

  *#anyTracks(): Generator<Track & { getRTCStatsReport(): Promise<RTCStatsReport | undefined> }> {
    const { localParticipant, remoteParticipants } = this.#room;
    for (const participant of [localParticipant, ...remoteParticipants.values()])
      for (const { track } of participant.trackPublications.values()) if (track) yield track;
  }
}
