import { ContextConsumer } from '@lit/context';
import type { LitElement, ReactiveController } from 'lit';
import type { CallSession } from '../session/call-session.js';
import type { CallSnapshot } from '../session/call-snapshot.js';
import { CallErrorEvent } from './events/call-error-event.js';
import { errorCode, errorDevice } from './events/error-code.js';
import type { RequestEvent } from './events/request-event.js';
import { type ProviderContext, providerContext } from './provider/provider-context.js';

/**
 * An element's view of the live call: state comes down as a frozen snapshot, wishes go up as events. The element is
 * updated whenever the snapshot changes.
 */
export class CallController implements ReactiveController {
  readonly #host: LitElement;
  #provider: ProviderContext | null = null;
  #session: CallSession | null = null;
  #leaveProvider: (() => void) | null = null;
  #leaveSession: (() => void) | null = null;

  constructor(host: LitElement) {
    this.#host = host;
    new ContextConsumer(host, {
      context: providerContext,
      subscribe: true,
      callback: (provider) => this.#follow(provider),
    });
    host.addController(this);
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
    const session = this.#session;
    if (!session || !this.#host.dispatchEvent(event)) return;
    void this.#act(session, act);
  }

  hostConnected(): void {
    this.#follow(this.#provider);
  }

  hostDisconnected(): void {
    this.#leaveProvider?.();
    this.#leaveSession?.();
    this.#leaveProvider = this.#leaveSession = null;
    // The call goes on without this view; it is read anew when the element is back.
    this.#session = null;
  }

  async #act(session: CallSession, act: (call: CallSession) => Promise<void> | void): Promise<void> {
    try {
      await act(session);
    } catch (error) {
      this.#host.dispatchEvent(new CallErrorEvent(errorCode(error), errorDevice(error)));
    }
  }

  #follow(provider: ProviderContext | null): void {
    this.#leaveProvider?.();
    this.#leaveProvider = null;
    this.#provider = provider;
    if (!this.#host.isConnected) return;
    this.#leaveProvider = provider?.subscribe(() => this.#read()) ?? null;
    this.#read();
  }

  #read(): void {
    const session = this.#provider?.session?.call ?? null;
    if (session === this.#session) return;
    this.#leaveSession?.();
    this.#session = session;
    this.#leaveSession = session?.subscribe(() => this.#host.requestUpdate()) ?? null;
    this.#host.requestUpdate();
  }
}
