import type { AgentController, AgentSession } from '@carillon/agent-elements';
import type { Conversation } from '@carillon/contract';
import type { LitElement, ReactiveController } from 'lit';

/** Tells an element once when there is a session to read from, and of every conversation that is new or has changed. */
export class SessionWatch implements ReactiveController {
  readonly #agent: AgentController;
  readonly #ready: () => void;
  readonly #changed: (conversation: Conversation) => void;
  #session: AgentSession | null = null;
  #stop: (() => void) | null = null;

  constructor(
    host: LitElement,
    agent: AgentController,
    { ready, changed }: { ready: () => void; changed: (conversation: Conversation) => void },
  ) {
    this.#agent = agent;
    this.#ready = ready;
    this.#changed = changed;
    host.addController(this);
  }

  hostUpdate(): void {
    const { session } = this.#agent;
    if (session === this.#session) return;
    this.#stop?.();
    this.#session = session;
    this.#stop = session?.onConversation(this.#changed) ?? null;
    if (session) this.#ready();
  }

  hostDisconnected(): void {
    this.#stop?.();
    this.#session = this.#stop = null;
  }
}
