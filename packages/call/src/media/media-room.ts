import type { MediaGrant } from '@carillon/contract';

/** What a track shows or carries. */
export type TrackSource = 'microphone' | 'camera' | 'screen';

/** `none`: not published. `muted`: published, nothing is sent. */
export type TrackState = 'none' | 'on' | 'muted';

export type ConnectionQuality = 'unknown' | 'lost' | 'poor' | 'good' | 'excellent';

/** One participant of the room as this browser sees it, the local one included. */
export interface ParticipantState {
  readonly identity: string;
  readonly local: boolean;
  readonly microphone: TrackState;
  readonly camera: TrackState;
  readonly screen: TrackState;
  readonly speaking: boolean;
  readonly quality: ConnectionQuality;
}

/** Why a room is closed. `lost` and `evicted` may be followed by a new room; the others are final for this browser. */
export type CloseReason = 'left' | 'moved' | 'ended' | 'evicted' | 'lost' | 'refused';

/** A frozen picture of the room; a new object for every change. */
export interface MediaRoomState {
  readonly connection: 'idle' | 'connecting' | 'connected' | 'reconnecting' | 'closed';
  readonly closeReason: CloseReason | null;
  /** Whether the token in force lets this browser publish anything. */
  readonly canPublish: boolean;
  /** Whether it lets this browser receive what others publish: not while a phone rings. */
  readonly canHear: boolean;
  /** Whether the token in force lets this browser share a screen: asked before anybody has to choose one. */
  readonly canShare: boolean;
  /** False when the browser refuses to play sound before a gesture. */
  readonly canPlay: boolean;
  readonly participants: readonly ParticipantState[];
}

/** How the way to the media server is just now, as far as the browser tells. */
export interface NetworkStats {
  /** How packets travel: straight, over TCP, or over a relay. */
  readonly path: 'udp' | 'tcp' | 'relay' | 'unknown';
  readonly roundTripMs: number | null;
  /** What the browser believes that it could send, in kilobits a second. */
  readonly outgoingKbps: number | null;
  /** Share of what was sent that did not arrive, in percent. */
  readonly lostPercent: number | null;
}

/**
 * The media of one call: a port, implemented on LiveKit by `LiveKitMediaRoom` and for tests by `FakeMediaRoom`.
 * One room object is one connection: after `closed` it is of no further use. Remote sound plays by itself.
 */
export interface MediaRoom {
  readonly state: MediaRoomState;
  /** Called after every change of `state`. Returns the way to stop. */
  subscribe(listener: () => void): () => void;
  /** Joins. Rejects with a `MediaError`. May run before, after or beside the publishing methods. */
  connect(grant: MediaGrant): Promise<void>;
  /** Publishes the microphone, or replaces what is sent when one is published already. */
  publishMicrophone(track: MediaStreamTrack, options: { readonly muted: boolean }): Promise<void>;
  setMicrophoneMuted(muted: boolean): Promise<void>;
  /** Publishes or replaces the camera; null takes it off. */
  publishCamera(track: MediaStreamTrack | null): Promise<void>;
  /** Publishes or replaces a shared screen; null takes it off. */
  publishScreen(track: MediaStreamTrack | null): Promise<void>;
  /**
   * On hold (HLD-5): while true nobody is sent what this browser publishes, and nothing is heard here; through every
   * reconnect. Call it before `connect` where it holds already, so that nothing leaks while joining. One participant may
   * be left out of it by identity: they and this side go on hearing and seeing each other.
   */
  isolate(isolated: boolean, except?: string | null): void;
  /** Shows a participant's picture in an element until the returned function is called. */
  attachVideo(identity: string, source: 'camera' | 'screen', element: HTMLVideoElement): () => void;
  /** Chooses the loudspeaker. '' is the system's default. */
  setSpeaker(deviceId: string): Promise<void>;
  /** Starts playback after a gesture, when `canPlay` is false. */
  resumePlayback(): Promise<void>;
  /** Packets received on the transport so far, or null without one: the watchdog's pulse (livekit-verified.md §6). */
  packetsReceived(): Promise<number | null>;
  /** How the network is, or null before anything was sent. */
  networkStats(): Promise<NetworkStats | null>;
  /** Leaves. Never ends the call. */
  close(): Promise<void>;
}

/** Makes a room. Each (re)join gets a new one. */
export type MediaRoomFactory = () => Promise<MediaRoom>;
