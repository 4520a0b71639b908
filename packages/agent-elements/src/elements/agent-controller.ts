import { ProviderController, type RequestEvent } from '@carillon/call';
import type { LitElement } from 'lit';
import type { AgentSession } from '../session/agent-session.js';
import type { DeskSnapshot } from '../session/desk-snapshot.js';
import { strings } from './localize/strings.js';

/**
 * An element's way to the agent's session. State comes down as a frozen snapshot, wishes go up as cancelable events
 * whose default action is a method of the session. The element is updated whenever anything of it changes.
 *
 * ```ts
 * readonly #agent = new AgentController(this);
 * render() { return html`${this.#agent.desk?.agent?.name}`; }
 * ```
 */
export class AgentController extends ProviderController<typeof strings> {
  readonly #element: LitElement;

  constructor(element: LitElement) {
    super(element, strings);
    this.#element = element;
  }

  /** The agent's session, or null under no provider or another side's. */
  override get session(): AgentSession | null {
    const session = super.session;
    return session !== null && 'desk' in session ? (session as AgentSession) : null;
  }

  /** The desk as it stands, or null while there is no session. */
  get desk(): DeskSnapshot | null {
    return this.session?.snapshot ?? null;
  }

  /** Asks for something: dispatches the event from the element and acts unless somebody canceled it. */
  async request(event: RequestEvent, act: (session: AgentSession) => Promise<void> | void): Promise<void> {
    const { session } = this;
    if (session && this.#element.dispatchEvent(event)) await act(session);
  }
}
