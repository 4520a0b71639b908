import type * as LiveKit from '../livekit.js';

type Listener = (...args: unknown[]) => void;

/** A publication as far as rooms look at it; one with a track is received. */
export const publication = (track: unknown, isMuted = false) => {
  const asked: boolean[] = [];
  return {
    track,
    isMuted,
    isDesired: true,
    get isSubscribed() {
      return this.track !== undefined;
    },
    /** What was asked of it, oldest first. */
    asked,
    setSubscribed: (subscribed: boolean) => void asked.push(subscribed),
  };
};

/** One participant of a `FakeRoom`. */
export class FakeParticipant {
  identity: string;
  isSpeaking = false;
  connectionQuality = 'good';
  permissions = { canPublish: true, canSubscribe: true };
  readonly trackPublications = new Map<string, ReturnType<typeof publication>>();
  /** What was published and unpublished, oldest first. */
  readonly asked: unknown[][] = [];

  constructor(identity: string) {
    this.identity = identity;
  }

  getTrackPublication(source: string) {
    return this.trackPublications.get(source);
  }

  publishTrack(track: { isMuted: boolean; sender?: unknown }, { source }: { source: string }): Promise<unknown> {
    this.asked.push(['publish', source, track.isMuted]);
    track.sender = {
      replaceTrack: () => Promise.resolve(),
      getParameters: () => ({ encodings: [] }),
      setParameters: () => Promise.resolve(),
    };
    this.trackPublications.set(source, publication(track, track.isMuted));
    return Promise.resolve(this.trackPublications.get(source));
  }

  setTrackSubscriptionPermissions(allAllowed: boolean, allowed: unknown[]): void {
    this.asked.push(['permissions', allAllowed, allowed]);
  }

  unpublishTrack(track: unknown, stop: boolean): Promise<void> {
    this.asked.push(['unpublish', stop]);
    for (const [source, { track: one }] of this.trackPublications)
      if (one === track) this.trackPublications.delete(source);
    return Promise.resolve();
  }
}

/** livekit-client's `Room` as a test drives it. */
export class FakeRoom {
  readonly options: Record<string, unknown>;
  state = 'disconnected';
  canPlaybackAudio = true;
  readonly localParticipant = new FakeParticipant('me');
  readonly remoteParticipants = new Map<string, FakeParticipant>();
  readonly asked: unknown[][] = [];
  /** What `connect` ends in, where it fails. */
  failure: Error | null = null;
  readonly #listeners = new Map<string, Listener[]>();

  constructor(options: Record<string, unknown>) {
    this.options = options;
  }

  on(event: string, listener: Listener): this {
    this.#listeners.set(event, [...(this.#listeners.get(event) ?? []), listener]);
    return this;
  }

  emit(event: string, ...args: unknown[]): void {
    for (const listener of this.#listeners.get(event) ?? []) listener(...args);
  }

  connect(...args: unknown[]): Promise<void> {
    this.asked.push(['connect', ...args]);
    if (this.failure !== null) {
      this.emit('disconnected', undefined);
      return Promise.reject(this.failure);
    }
    this.state = 'connected';
    return Promise.resolve();
  }

  disconnect(stopTracks: boolean): Promise<void> {
    this.asked.push(['disconnect', stopTracks]);
    this.state = 'disconnected';
    this.emit('disconnected', 1);
    return Promise.resolve();
  }

  startAudio(): Promise<void> {
    this.canPlaybackAudio = true;
    return Promise.resolve();
  }
}

/** The kit, with rooms that are written down in `made`. */
export const fakeKit = (kit: typeof LiveKit, made: FakeRoom[]): typeof LiveKit => {
  class Room extends FakeRoom {
    constructor(options: Record<string, unknown>) {
      super(options);
      made.push(this);
    }
  }
  return { ...kit, Room: Room as unknown as typeof kit.Room };
};
