import { define, type ElementStates } from '@carillon/call';
import { html } from 'lit';
import '../localize/register-languages.js';
import { LinkWorld, type LinkWorldOptions } from '../../testing/link-world.js';
import { testBackground, testLogo } from '../../testing/brand-pictures.js';
import { joinView } from '../../testing/link-fixtures.js';
import { callScreens } from '../call-screens.js';
import { CcCallLink } from './call-link.js';

const height = 640;
const link = (options: LinkWorldOptions, then?: (world: LinkWorld) => void) => {
  const world = new LinkWorld(options);
  then?.(world);
  return html`<cc-call-link .adapter=${{ createSession: () => world.session }}></cc-call-link>`;
};

const dressed = { ...joinView().brand, logo: testLogo, background: '#ffd9a0', backgroundImage: testBackground };

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
      { name: 'logo and picture', template: link({ view: { brand: dressed } }), height: 760 },
      {
        name: 'logo and picture, wide',
        template: link({ view: { brand: dressed } }),
        width: 1040,
        height: 640,
      },
      {
        name: 'picture behind a notice, right to left',
        template: link({
          view: { state: 'used', brand: dressed, language: { mode: 'preset', language: 'ar' } },
        }),
        height,
      },
      {
        name: 'a colour behind',
        template: link({ view: { state: 'expired', brand: { ...dressed, backgroundImage: null } } }),
        height,
      },
      {
        name: 'picture behind the queue',
        template: link({ view: { brand: dressed }, call: { state: 'queued' } }),
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
