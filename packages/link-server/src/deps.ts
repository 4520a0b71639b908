import type { limits } from '@carillon/contract';
import type { LiveKitGateway } from './livekit/livekit-gateway.js';
import type { Database } from './store/database.js';
import type { StreamHub } from './stream/stream-hub.js';
import type { TokenMinter } from './token/token-minter.js';

/** Fields of a log line. Which names are written is decided by an allow-list in `log/`: never secrets, never names. */
export type LogFields = Readonly<Record<string, string | number | boolean | null | undefined>>;

/** Structured log: `event` is a fixed word such as `timer_failed`; whatever varies is a field. */
export interface Logger {
  info(event: string, fields?: LogFields): void;
  warn(event: string, fields?: LogFields): void;
  error(event: string, fields?: LogFields): void;
}

/** Where ids and secrets come from. */
export interface Ids {
  /** A record id, `id('cal')` → `cal_` and 22 base64url characters (128 bits). */
  id(kind: string): string;
  /** A call link's code: 22 base64url characters (128 bits). */
  code(): string;
  /** A bearer secret: 43 base64url characters (256 bits). */
  secret(): string;
}

/** Rings waiting calls at free agents, for everybody who has made that possible. */
export interface Router {
  /**
   * Routes what was committed before, and resolves when that is committed too. Those who ask while it routes share the
   * next time, however many they are. Does not throw: whatever fails is logged, and tried again with the next change or
   * by the reconciler.
   */
  route(deps: Deps): Promise<void>;
}

/** Times both sides agree on (contract `limits`), which tests may shorten. */
export type Times = { readonly [name in keyof typeof limits]: number };

export interface Settings extends Times {
  /** Origin of the links customers get, without a trailing slash. */
  readonly publicUrl: string;
  /** Where browsers reach LiveKit, `ws://` or `wss://`. */
  readonly livekitUrl: string;
  /** The domain that e-mail comes from; null: there is no mail server, and so no e-mail. */
  readonly mailDomain: string | null;
}

/** The outside world as verbs see it. */
export interface Deps {
  readonly db: Database;
  /** Names this process among those on the same database; another one each time it starts. */
  readonly serverId: string;
  /** The server's clock in epoch milliseconds. */
  readonly now: () => number;
  readonly ids: Ids;
  readonly livekit: LiveKitGateway;
  readonly tokens: TokenMinter;
  readonly streams: StreamHub;
  readonly router: Router;
  readonly settings: Settings;
  readonly log: Logger;
}
