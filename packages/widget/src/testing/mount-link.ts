import { CcProvider, define, type ElementClass } from '@carillon/call';
import { elementUpdated, fixture, html } from '@open-wc/testing';
import type { LitElement, TemplateResult } from 'lit';
import { LinkWorld, type LinkWorldOptions } from './link-world.js';

const requestTypes = [
  'cc-start-call-request',
  'cc-leave-request',
  'cc-callback-request',
  'cc-retry-request',
  'cc-take-over-request',
  'cc-call-again-request',
  'cc-rate-request',
];

export interface MountedLink<E> {
  readonly world: LinkWorld;
  readonly provider: CcProvider;
  readonly element: E;
  /** Types of the request events that went up, in order. */
  readonly requests: string[];
  readonly root: ShadowRoot;
  /** The button with these words. */
  button(words: string): HTMLButtonElement;
  heading(): string | undefined;
  announced(): string[];
  /** Waits until the session is as asked for and the element shows it. */
  until(holds: (world: LinkWorld) => boolean): Promise<void>;
}

/** Words of a node in one line. */
export const wordsOf = (node: Node | null | undefined): string => node?.textContent?.replace(/\s+/g, ' ').trim() ?? '';

/** Puts an element on the page, under a provider whose link a test drives. */
export async function mountLink<E extends LitElement>(
  type: ElementClass,
  template: TemplateResult,
  options: LinkWorldOptions = {},
): Promise<MountedLink<E>> {
  define(CcProvider, type);
  const world = new LinkWorld(options);
  const provider = await fixture<CcProvider>(html`
    <cc-provider .adapter=${{ createSession: () => world.session }}>${template}</cc-provider>
  `);
  const element = provider.firstElementChild as E;
  const requests: string[] = [];
  for (const name of requestTypes) provider.addEventListener(name, (event) => requests.push(event.type));
  const root = element.shadowRoot as ShadowRoot;
  const until = async (holds: (world: LinkWorld) => boolean) => {
    await world.until(() => holds(world));
    await elementUpdated(element);
  };
  await until(({ session: { snapshot } }) => snapshot.pending === null);
  return {
    world,
    provider,
    element,
    requests,
    root,
    until,
    button(words) {
      const found = [...root.querySelectorAll('button')].find(
        (one) => (one.getAttribute('aria-label') ?? wordsOf(one)) === words,
      );
      if (!found) throw new Error(`no button "${words}" in: ${wordsOf(root)}`);
      return found;
    },
    heading: () => wordsOf(root.querySelector('h1')) || undefined,
    announced: () => [...provider.renderRoot.querySelectorAll('[data-announce] p')].map(wordsOf),
  };
}
