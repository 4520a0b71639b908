import type { MediaGrant } from '@carillon/contract';
import type { LocalMedia } from '../media/local-media.js';
import type { MediaRoom, MediaRoomFactory, MediaRoomState } from '../media/media-room.js';
import type { Clock } from './clock.js';
import type { MediaSender } from './media-sender.js';
import type { VideoViews } from './video-views.js';
import { watchTransport, type LinkState } from './watchdog.js';
import { watchLine } from './weak-line.js';

/** Whether nothing is heard and sent, and the identity of the one participant for whom that does not hold. */
export interface Isolation {
  readonly isolated: boolean;
  readonly except: string | null;
}

const open: Isolation = { isolated: false, except: null };

export interface RoomHolderOptions {
  readonly rooms: MediaRoomFactory;
  readonly media: LocalMedia;
  readonly clock: Clock;
  readonly views: VideoViews;
  readonly sender: MediaSender;
  /** The room that is held has changed. */
  readonly changed: (room: MediaRoom) => void;
  readonly link: (link: LinkState) => void;
  readonly joined: () => void;
  /** Whether a camera is sent. */
  readonly sendsVideo: () => boolean;
  /** The line does not carry it. */
  readonly weakLine: () => void;
  /** Whether the call is on hold, and who is heard all the same. A room is only joined once that is known. */
  readonly isolated: () => Isolation;
}

/** The one room a call has just now, and what hangs on it. Each (re)join makes a new one and leaves the old. */
export class RoomHolder {
  readonly #options: RoomHolderOptions;
  #room: MediaRoom | null = null;
  /** Grows with every room: one that was made too late is put away. */
  #generation = 0;
  #stops: (() => void)[] = [];
  #speaker = '';
  #isolation = open;
  #url: string | null = null;
  /** The token is one of a phone that rings, until the server widens it. */
  #waits = false;

  constructor(options: RoomHolderOptions) {
    this.#options = options;
  }

  get room(): MediaRoom | null {
    return this.#room;
  }

  /** Where the last room was. */
  get url(): string | null {
    return this.#url;
  }

  get state(): MediaRoomState | null {
    return this.#room?.state ?? null;
  }

  /** The room, once this side is in the call: at once with a token of a call, else when the server has widened it. */
  get sendingRoom(): MediaRoom | null {
    return this.#waits && !this.#room?.state.canHear ? null : this.#room;
  }

  /** Leaves what there was and joins anew; `waits` with the token of a phone that rings. @throws {MediaError} */
  async connect(grant: MediaGrant, { waits = false } = {}): Promise<void> {
    this.drop();
    this.#waits = waits;
    this.#url = grant.url;
    const generation = this.#generation;
    const { rooms, clock, views, changed, link, joined, sendsVideo, weakLine } = this.#options;
    const room = await rooms();
    if (generation !== this.#generation) return room.close();
    this.#room = room;
    this.#stops = [
      room.subscribe(() => changed(room)),
      watchTransport(room, clock, link),
      watchLine(room, clock, sendsVideo, weakLine),
    ];
    views.use(room);
    this.#speaker = '';
    this.fitSpeaker();
    this.#isolation = open;
    this.fitIsolation();
    await room.connect(grant);
    if (generation === this.#generation) joined();
  }

  /** The loudspeaker that is chosen plays the call. */
  fitSpeaker(): void {
    const { speaker } = this.#options.media.snapshot.chosen;
    if (!this.#room || speaker === this.#speaker) return;
    this.#speaker = speaker;
    void this.#room.setSpeaker(speaker);
  }

  /** On hold nothing leaves this browser and nothing is heard in it: said before a room is joined. */
  fitIsolation(): void {
    const next = this.#options.isolated();
    const { isolated, except } = this.#isolation;
    if (!this.#room || (next.isolated === isolated && next.except === except)) return;
    this.#isolation = next;
    this.#room.isolate(next.isolated, next.except);
  }

  drop(): void {
    this.#generation++;
    for (const stop of this.#stops) stop();
    this.#stops = [];
    const room = this.#room;
    this.#room = null;
    this.#options.views.use(null);
    this.#options.sender.forget();
    void room?.close();
  }
}
