import type { LitElement } from 'lit';
import type { CallSession } from '../session/call-session.js';
import type { CallSnapshot } from '../session/call-snapshot.js';
import { CallErrorEvent } from './events/call-error-event.js';
import { errorCode, errorDevice } from './events/error-code.js';
import type { RequestEvent } from './events/request-event.js';
import { followProvider } from './provider/follow-provider.js';

/**
 * An element's view of the live call: state comes down as a frozen snapshot, wishes go up as events. The element is
 * updated whenever the snapshot changes. Taking the element away leaves the call alone.
 */
export class CallController {
  readonly #host: LitElement;
  #session: CallSession | null = null;
  #leave: (() => void) | undefined;

  constructor(host: LitElement) {
    this.#host = host;
    followProvider(host, (provider) => this.#read(provider?.session?.call ?? null));
  }

  /** The live or just ended call, or null. */
  get session(): CallSession | null {
    return this.#session;
  }

  /** The call as it stands, or null while there is none. */
  get snapshot(): CallSnapshot | null {
    return this.#session?.snapshot ?? null;
  }

  /**
   * Asks for something: dispatches the event from the element, and acts unless somebody canceled it. A failure is
   * reported as `cc-call-error`.
   */
  request(event: RequestEvent, act: (call: CallSession) => Promise<void> | void): void {
    if (this.#session && this.#host.dispatchEvent(event)) void this.#act(this.#session, act);
  }

  async #act(session: CallSession, act: (call: CallSession) => Promise<void> | void): Promise<void> {
    try {
      await act(session);
    } catch (error) {
      this.#host.dispatchEvent(new CallErrorEvent(errorCode(error), errorDevice(error)));
    }
  }

  #read(session: CallSession | null): void {
    if (session === this.#session) return;
    this.#leave?.();
    this.#session = session;
    this.#leave = session?.subscribe(() => this.#host.requestUpdate());
    this.#host.requestUpdate();
  }
}
