import type { ElementStates } from '@carillon/call';
import { html } from 'lit';
import { linkState } from '../../testing/link-state.js';
import { CcOpenElsewhere } from './open-elsewhere.js';

const link = 'https://calls.example/j/abcdefghijklmnopqrstuQ';
const iPhone = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 Mobile/22F76 Instagram 380';
const android = 'Mozilla/5.0 (Linux; Android 15; Pixel 9; wv) AppleWebKit/537.36 Chrome/140.0.0.0 Mobile Safari/537.36';
const desk = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/60.0 Safari/537.36';

/** Presses something once it is there. */
const press = (selector: string) => (event: Event) => {
  const host = (event.target as Element).querySelector<CcOpenElsewhere>('cc-open-elsewhere');
  void host?.updateComplete.then(() => host.shadowRoot?.querySelector<HTMLElement>(selector)?.click());
};

export const states: ElementStates = {
  title: 'cc-open-elsewhere',
  render() {
    const state = linkState(CcOpenElsewhere);
    const shown = (userAgent: string, { lang = '', href = link, clicks = '' } = {}) =>
      html`<div @cc-ready=${clicks ? press(clicks) : null}>
        ${state(
          html`<cc-open-elsewhere
            href=${href}
            .userAgent=${userAgent}
            .copy=${() => Promise.reject(new Error('no'))}
          ></cc-open-elsewhere>`,
          lang ? { lang } : {},
        )}
      </div>`;
    return [
      { name: 'inside of Instagram', template: shown(iPhone) },
      { name: 'inside of an app on Android', template: shown(android) },
      { name: 'an old browser on a desk', template: shown(desk) },
      { name: 'a page without https', template: shown(desk, { href: 'http://calls.example/j/abc' }) },
      { name: 'for another device', template: shown(iPhone, { clicks: 'summary' }) },
      { name: 'to be copied by hand', template: shown(iPhone, { clicks: 'button' }) },
      { name: 'German, narrow', template: shown(iPhone, { lang: 'de' }), width: 280 },
      { name: 'right to left', template: shown(iPhone, { lang: 'ar' }) },
    ];
  },
};
