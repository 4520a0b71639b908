import { html } from 'lit';
import type { ElementStates } from '../states.js';
import type { CallChange } from '../testing/fake-call.js';
import { inCall, longName } from '../testing/in-call.js';
import { CcConnectionStatus } from './connection-status.js';

export const states: ElementStates = {
  title: 'cc-connection-status',
  render() {
    const call = inCall(CcConnectionStatus);
    const badge = (change: CallChange) => call(html`<cc-connection-status quiet></cc-connection-status>`, change);
    const banner = (change: CallChange) =>
      call(html`<cc-connection-status banner quiet></cc-connection-status>`, change);
    return [
      { name: 'good', template: badge({}), width: 280 },
      { name: 'measuring', template: badge({ local: { quality: 'unknown' } }), width: 280 },
      { name: 'weak', template: badge({ link: 'weak' }), width: 280 },
      { name: 'lost', template: badge({ link: 'lost' }), width: 280 },
      { name: 'the other side weak', template: badge({ remote: { quality: 'poor' } }), width: 280 },
      { name: 'banner: reconnecting', template: banner({ phase: 'reconnecting' }) },
      { name: 'banner: the other side', template: banner({ record: { remoteAway: true } }) },
      {
        name: 'banner: long name',
        template: banner({ record: { remoteAway: true, remoteName: longName } }),
        width: 280,
      },
    ];
  },
};
