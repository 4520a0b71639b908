import type { AgentController, AgentSession } from '@carillon/agent-elements';
import type { LitElement, ReactiveController } from 'lit';

/** Tells an element once when there is a session to read from. */
export class SessionWatch implements ReactiveController {
  readonly #agent: AgentController;
  readonly #ready: () => void;
  #session: AgentSession | null = null;

  constructor(host: LitElement, agent: AgentController, ready: () => void) {
    this.#agent = agent;
    this.#ready = ready;
    host.addController(this);
  }

  hostUpdate(): void {
    const { session } = this.#agent;
    if (session === this.#session) return;
    this.#session = session;
    if (session) this.#ready();
  }

  hostDisconnected(): void {
    this.#session = null;
  }
}
