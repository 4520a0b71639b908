import type { CameraEffectsOptions } from '../effects/camera-effects.js';
import type { CallSession } from './call-session.js';
import type { CaptionSource } from './captions.js';
import type { Shortcuts } from './shortcuts.js';

/**
 * What a provider drives: one side's projection of the server, with the call that is live just now. The agent's is
 * `AgentSession` in `@carillon/agent-elements`, the customer's `LinkSession` in `@carillon/widget`.
 */
export interface HostSession {
  /** The live or just ended call, or null. */
  readonly call: CallSession | null;
  /** How background effects are set up where there is no call yet. */
  readonly effects?: CameraEffectsOptions | undefined;
  /** The person's shortcuts, on a side that has any. */
  readonly shortcuts?: Shortcuts | undefined;
  /** Where captions come from, for what is set about them while there is no call. */
  readonly captions?: CaptionSource | undefined;
  /** Called when anything changed, the `call` object included. Returns the way to stop. */
  subscribe(listener: () => void): () => void;
  /** Begins to follow the server. Harmless when it does already. */
  start(): void;
  /** Stops following and leaves media; never ends a call. */
  stop(): void;
}

/** How a host page connects our elements to its server. Set it on `<cc-provider>`. */
export interface HostAdapter {
  createSession(): HostSession;
}
