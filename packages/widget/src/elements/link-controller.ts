import { ProviderController, type RequestEvent } from '@carillon/call';
import type { LitElement } from 'lit';
import type { LinkSession } from '../session/link-session.js';
import type { LinkSnapshot } from '../session/link-snapshot.js';
import { strings } from './localize/strings.js';

/**
 * An element's way to the customer's session: state comes down as a frozen snapshot, wishes go up as cancelable events
 * whose default action is a method of the session. The element is updated whenever anything of it changes.
 */
export class LinkController extends ProviderController<typeof strings> {
  readonly #element: LitElement;

  constructor(element: LitElement) {
    super(element, strings);
    this.#element = element;
  }

  /** The link's session, or null under no provider or another side's. */
  override get session(): LinkSession | null {
    const session = super.session;
    return session !== null && 'redeem' in session ? (session as LinkSession) : null;
  }

  /** The journey as it stands, or null while there is no session. */
  get link(): LinkSnapshot | null {
    return this.session?.snapshot ?? null;
  }

  /** Asks for something: dispatches the event from the element and acts unless somebody canceled it. */
  request(event: RequestEvent, act: (session: LinkSession) => Promise<void>): void {
    const { session } = this;
    if (session && this.#element.dispatchEvent(event)) void act(session);
  }
}
