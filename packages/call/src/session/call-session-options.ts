import type { LocalMedia } from '../media/local-media.js';
import type { MediaRoomFactory } from '../media/media-room.js';
import type { CallControl } from './call-control.js';
import type { CallIntent } from './call-memory.js';
import type { CaptionSource } from './captions.js';
import type { Clock } from './clock.js';
import type { Knock } from './knock.js';
import type { ScreenSource } from './screen-share.js';

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
  /** Where a screen to share comes from: the browser's own unless said otherwise, null for nowhere. */
  readonly screens?: ScreenSource | null | undefined;
  /** Finds out whether the media server is reached again: by WebSocket unless said otherwise. */
  readonly knock?: Knock;
  /** Where what is said comes from in words. Without it there are no captions. */
  readonly captions?: CaptionSource | undefined;
  /** Takes part without a microphone. */
  readonly listenOnly?: boolean;
}
