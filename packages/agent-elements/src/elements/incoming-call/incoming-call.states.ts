import { CcProvider, define, type ElementStates } from '@carillon/call';
import { html } from 'lit';
import type { MockCall } from '../../adapter/mock-script.js';
import { deskState, type DeskStateOptions } from '../../testing/desk-state.js';
import { CcIncomingCall } from './incoming-call.js';

const element = html`<cc-incoming-call></cc-incoming-call>`;
const longName = 'Maximiliana-Konstantinopolsky von Hohenzollern-Sigmaringen II';
const phone: MockCall = {
  caller: { name: 'Marija Horvat', number: '+385911234567', origin: 'phone' },
  medium: 'audio',
};
const stranger: MockCall = { caller: { number: '+385911234567', origin: 'phone' }, medium: 'audio' };
const guest: MockCall = { caller: { name: 'Marija Horvat', origin: 'link' } };

const ringing = (call: MockCall, options: DeskStateOptions = {}) =>
  deskState(element, { ...options, before: (world) => world.ring(call) });

export const states: ElementStates = {
  title: 'cc-incoming-call',
  render() {
    define(CcProvider, CcIncomingCall);
    return [
      { name: 'phone, known', template: ringing(phone), width: 320 },
      { name: 'phone, unknown', template: ringing(stranger), width: 320 },
      { name: 'call link, video', template: ringing(guest), width: 320 },
      { name: 'passed on by a colleague', template: ringing({ ...guest, transferredBy: 'Ben Sauer' }), width: 320 },
      { name: 'nothing known', template: ringing({}), width: 320 },
      {
        name: 'long name at 280 px',
        template: ringing({ ...phone, caller: { ...phone.caller, name: longName } }),
        width: 280,
      },
      { name: 'another tab leads', template: ringing(guest, { follower: true }), width: 320 },
      {
        name: 'caller left',
        template: deskState(element, { then: ({ world }) => (world.ring(guest), world.abandon()) }),
        width: 320,
      },
      { name: 'German', template: ringing(phone, { lang: 'de' }), width: 280 },
      {
        name: 'right to left',
        template: ringing({ ...phone, caller: { ...phone.caller, name: 'ليلى حداد' } }, { lang: 'ar' }),
        width: 320,
      },
    ];
  },
};
