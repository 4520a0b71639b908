import { fixture, html } from '@open-wc/testing';
import type { TemplateResult } from 'lit';
import { type CallChange, FakeCall } from './fake-call.js';
import { define, type ElementClass } from '../element.js';
import { CcProvider } from '../provider/provider.js';
import { adapterFor, FakeHostSession } from './fake-host-session.js';

/** An element under a provider with a live call that a test drives. */
export async function callFixture<E extends HTMLElement>(
  type: ElementClass,
  template: TemplateResult,
  change: ConstructorParameters<typeof FakeCall>[0] = {},
) {
  define(CcProvider, type);
  const call = new FakeCall(change);
  const session = new FakeHostSession(call.session);
  const provider = await fixture<CcProvider>(
    html`<cc-provider .adapter=${adapterFor(session)}>${template}</cc-provider>`,
  );
  const host = provider.firstElementChild as E & { updateComplete: Promise<unknown> };
  await host.updateComplete;
  /** Changes the call and waits until the element shows it. */
  const set = async (next: CallChange) => {
    call.set(next);
    await host.updateComplete;
  };
  const announced = () =>
    [...(provider.renderRoot.querySelectorAll('[data-announce] > *') ?? [])].map((line) => line.textContent);
  return { host, provider, call, session, set, announced, root: host.shadowRoot as ShadowRoot };
}

/** The visible words under a node, shadow roots left out, in one line. */
export function wordsOf(node: Node): string {
  return node.textContent?.replace(/\s+/g, ' ').trim() ?? '';
}
