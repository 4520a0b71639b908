import type { ElementStates } from '@carillon/call';
import { html, type TemplateResult } from 'lit';
import { linkState, type LinkStateOptions } from '../../testing/link-state.js';
import type { LinkWorld } from '../../testing/link-world.js';
import { CcCallBack } from './call-back.js';

const both = html`<cc-call-back offers-link></cc-call-back>`;
const call = html`<cc-call-back></cc-call-back>`;

/** The state after somebody has done something in the element. */
const after = (template: TemplateResult, act: (root: ShadowRoot) => void) =>
  html`<div
    @cc-ready=${async (event: Event) => {
      const host = (event.target as Element).querySelector('cc-call-back');
      for (let i = 0; i < 20 && !host?.shadowRoot?.querySelector('button'); i++)
        await new Promise((done) => setTimeout(done, 10));
      if (host?.shadowRoot) act(host.shadowRoot);
    }}
  >
    ${template}
  </div>`;
const press = (root: ShadowRoot, selector: string) => root.querySelector<HTMLElement>(selector)?.click();
const askedFor = (wish: 'call' | 'link') => async (world: LinkWorld) => {
  await world.until(({ snapshot }) => snapshot.view !== null && snapshot.pending === null);
  await world.session.requestCallback({ wish });
};

export const states: ElementStates = {
  title: 'cc-call-back',
  render() {
    const state = linkState(CcCallBack);
    const used = (template: TemplateResult, options: LinkStateOptions = {}) =>
      state(template, { ...options, view: { state: 'used', ...options.view } });
    return [
      { name: 'offers', template: used(both) },
      { name: 'offers a call alone', template: used(call) },
      { name: 'number', template: after(used(call), (root) => press(root, '.button')) },
      {
        name: 'name and number, refused',
        template: after(used(call, { view: { displayName: null } }), (root) => {
          press(root, '.button');
          setTimeout(() => press(root, '[type=submit]'), 50);
        }),
        width: 320,
      },
      { name: 'asked for a call', template: used(both, { then: askedFor('call') }) },
      { name: 'asked for a link', template: used(both, { then: askedFor('link') }), width: 320 },
      { name: 'German', template: used(both, { lang: 'de' }), width: 320 },
      {
        name: 'right to left',
        template: after(used(call, { lang: 'ar' }), (root) => press(root, '.button')),
        width: 320,
      },
    ];
  },
};
