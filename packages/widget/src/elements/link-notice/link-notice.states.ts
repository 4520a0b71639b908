import type { ElementStates } from '@carillon/call';
import { html } from 'lit';
import { FakeLinkServer } from '../../testing/fake-link-server.js';
import { fixtureNow } from '../../testing/link-fixtures.js';
import { linkState } from '../../testing/link-state.js';
import { CcCallBack } from '../call-back/call-back.js';
import { CcLinkNotice } from './link-notice.js';

const element = html`<cc-link-notice></cc-link-notice>`;
const height = 560;

/** A server that refuses the first look. */
const refusing = (code: 'link_unavailable' | 'rate_limited') => {
  const server = new FakeLinkServer();
  server.refuse.set('join', code);
  return server;
};

export const states: ElementStates = {
  title: 'cc-link-notice',
  render() {
    const state = linkState(CcLinkNotice, CcCallBack);
    return [
      { name: 'used', template: state(element, { view: { state: 'used' } }), height },
      { name: 'expired', template: state(element, { view: { state: 'expired', expiresAt: fixtureNow } }), height },
      { name: 'in use', template: state(element, { view: { state: 'in-use' } }), height },
      { name: 'unavailable', template: state(element, { server: refusing('link_unavailable') }), height },
      { name: 'offline', template: state(element, { server: refusing('rate_limited') }), height },
      {
        name: 'not open, tomorrow',
        template: state(element, { view: { state: 'not-open', opensAt: fixtureNow + 86_400_000 } }),
        height,
      },
      {
        name: 'not open, in minutes',
        template: state(element, { view: { state: 'not-open', opensAt: fixtureNow + 754_000 } }),
        height,
      },
      {
        name: 'outside hours',
        template: state(element, {
          view: { state: 'not-open', outsideHours: true, opensAt: fixtureNow + 86_400_000, timeZone: 'Asia/Tokyo' },
        }),
        height,
      },
      { name: 'German', template: state(element, { view: { state: 'in-use' }, lang: 'de' }), width: 320, height },
      { name: 'right to left', template: state(element, { view: { state: 'used' }, lang: 'ar' }), height },
    ];
  },
};
