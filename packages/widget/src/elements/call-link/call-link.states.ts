import { define, type ElementStates } from '@carillon/call';
import { html } from 'lit';
import '../localize/register-languages.js';
import { LinkWorld, type LinkWorldOptions } from '../../testing/link-world.js';
import { callScreens } from '../call-screens.js';
import { CcCallLink } from './call-link.js';

const height = 640;
const link = (options: LinkWorldOptions, then?: (world: LinkWorld) => void) => {
  const world = new LinkWorld(options);
  then?.(world);
  return html`<cc-call-link .adapter=${{ createSession: () => world.session }}></cc-call-link>`;
};

export const states: ElementStates = {
  title: 'cc-call-link',
  render() {
    define(CcCallLink, ...callScreens);
    return [
      { name: 'used', template: link({ view: { state: 'used' } }), height },
      { name: 'audio call', template: link({ call: { state: 'active', medium: 'audio' } }), height },
      {
        name: 'another brand',
        template: link({
          view: { state: 'in-use', brand: { name: 'Zitrone', color: '#ffd400', welcome: '' } },
        }),
        height,
      },
      {
        name: 'preset language, own words',
        template: link({
          view: {
            state: 'expired',
            language: { mode: 'preset', language: 'ar' },
            texts: { ar: { expired: 'اكتبوا إلينا لنرسل رابطًا جديدًا.' } },
          },
        }),
        height,
      },
      { name: 'opening', template: html`<cc-call-link></cc-call-link>`, height },
    ];
  },
};
