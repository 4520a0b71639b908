import type {
  CallControl,
  CallIntent,
  CallSession,
  Clock,
  LocalMedia,
  NetworkReport,
  PermissionPort,
} from '@carillon/call';
import type { MediaGrant, Medium } from '@carillon/contract';
import type { CallbackMemory } from './callback-memory.js';
import type { LinkMemory } from './link-memory.js';
import type { LinkPort } from './link-port.js';

/** How the customer wants to take part. */
export interface JoinWish {
  readonly medium: Medium;
  /** Asked for where the link holds no name. */
  readonly displayName?: string | undefined;
  /** They start muted, and are heard once they unmute. */
  readonly muted?: boolean;
  readonly cameraOff?: boolean;
  readonly listenOnly?: boolean;
  /** They have agreed to what the link asks of them. */
  readonly consent?: boolean;
}

export interface LinkSessionOptions {
  readonly code: string;
  readonly port: LinkPort;
  readonly memory: LinkMemory;
  /** What this browser has asked for instead of calling. Default: the browser's storages. */
  readonly callbacks?: CallbackMemory;
  /** The customer's devices, from the check before the call to its end. */
  readonly media: LocalMedia;
  /** The browser's permissions. Default: the browser itself. */
  readonly permissions?: PermissionPort;
  /** Makes the session of one call. It connects nothing yet. */
  readonly createCall: (control: CallControl, options: CustomerCallOptions) => CallSession;
  /** Tries the network, with a way into a room of its own. Default: nothing can be tried. */
  readonly checkNetwork?: (grant: () => Promise<MediaGrant>) => Promise<NetworkReport>;
  /** Fetches what a call needs, on the first sign that one is wanted. */
  readonly preload?: () => Promise<void>;
  readonly clock?: Clock;
}

/** What the session of a customer's call is made with. */
export interface CustomerCallOptions {
  readonly media: LocalMedia;
  readonly intent: CallIntent;
  readonly listenOnly: boolean;
  readonly clockOffset: () => number;
}
