import { html, type TemplateResult } from 'lit';
import { define, type ElementClass } from '../element.js';
import { CcProvider } from '../provider/provider.js';
import { FakeCall } from './fake-call.js';
import { adapterFor, FakeHostSession } from './fake-host-session.js';

/** The longest name that a person may have on a screen: sixty characters. */
export const longName = 'Maximiliana-Konstantina Freifrau von Wolkenstein-Trostburg-H';

/** Defines elements and gives the way to put them under a provider with a call as described. */
export function inCall(...types: readonly ElementClass[]) {
  define(CcProvider, ...types);
  return (template: TemplateResult, change: ConstructorParameters<typeof FakeCall>[0] = {}): TemplateResult => {
    const session = new FakeHostSession(new FakeCall(change).session);
    return html`<cc-provider .adapter=${adapterFor(session)}>${template}</cc-provider>`;
  };
}

/** Under a provider without a call, in a language where it is given. */
export function inProvider(...types: readonly ElementClass[]) {
  define(CcProvider, ...types);
  return (template: TemplateResult): TemplateResult =>
    html`<cc-provider .adapter=${adapterFor(new FakeHostSession())}>${template}</cc-provider>`;
}
