import { CcProvider, define, type ElementStates } from '@carillon/call';
import type { AgentCall } from '@carillon/contract';
import { html } from 'lit';
import type { MockDesk } from '../../adapter/mock-desk.js';
import type { MockCall } from '../../adapter/mock-script.js';
import type { AgentSession } from '../../session/agent-session.js';
import { deskState, type DeskStateOptions } from '../../testing/desk-state.js';
import { callRecorder } from '../../testing/recorded-call.js';
import { CcCallWindow } from './call-window.js';

const element = html`<cc-call-window></cc-call-window>`;
const minimised = html`<cc-call-window minimised></cc-call-window>`;
const guest: MockCall = { caller: { name: 'Marija Horvat', origin: 'link' } };
const phone: MockCall = {
  caller: { name: 'Marija Horvat', number: '+385911234567', origin: 'phone' },
  medium: 'audio',
};
const longName = 'Maximiliana-Konstantinopolsky von Hohenzollern-Sigmaringen II';

const passing = {
  state: 'transferring',
  transfer: { id: 'trf_1', kind: 'cold', state: 'ringing', toName: 'Ben Sauer', startedAt: 0, reason: null },
} as const;

const warm = { ...passing.transfer, kind: 'warm' } as const;
const colleague = { name: 'Ben Sauer', identity: 'colleague' };
const consulting = {
  state: 'consulting',
  heldAt: Date.now() - 20_000,
  consult: { ...colleague, conference: false },
  transfer: { ...warm, state: 'consulting' },
} as const;
const conference = {
  consult: { ...colleague, conference: true },
  transfer: { ...warm, state: 'conference' },
} as const;

/** A call that has been going on for a minute. */
const live = (call: MockCall, change: Partial<AgentCall> = {}, options: DeskStateOptions = {}, template = element) =>
  deskState(template, {
    createCall: callRecorder().createCall,
    ...options,
    before: (world) => {
      world.ring(call);
      world.connect();
      world.updateCall({ state: 'active', establishedAt: world.now() - 65_000, ...change });
    },
  });

/** The messages are open once they have been loaded. */
function writes(desk: MockDesk, session: AgentSession): void {
  desk.messages.customerWrites('Hello, my order has not arrived.');
  const open = async () => {
    await customElements.whenDefined('cc-chat-button');
    const window = [...document.querySelectorAll('cc-call-window')].find(
      (one) => (one.closest('cc-provider')?.session as unknown) === session,
    );
    const button = window?.renderRoot.querySelector('cc-chat-button');
    await button?.updateComplete;
    button?.click();
    session.call?.message('Good morning, let me look it up.');
    await window?.updateComplete;
    (document.activeElement as HTMLElement | null)?.blur();
  };
  void open();
}

export const states: ElementStates = {
  title: 'cc-call-window',
  render() {
    define(CcProvider, CcCallWindow);
    return [
      { name: 'video', template: live(guest), width: 320 },
      { name: 'audio, with a number', template: live(phone), width: 320 },
      { name: 'connecting', template: live(guest, { state: 'connecting', establishedAt: null }), width: 320 },
      { name: 'customer away', template: live(guest, { away: 'customer' }), width: 320 },
      { name: 'held', template: live(guest, { state: 'held', heldAt: Date.now() - 35_000 }), width: 320 },
      { name: 'held, audio', template: live(phone, { state: 'held', heldAt: Date.now() - 35_000 }), width: 280 },
      {
        name: 'held, minimised',
        template: live(guest, { state: 'held', heldAt: Date.now() - 35_000 }, {}, minimised),
        width: 320,
      },
      { name: 'being passed on', template: live(guest, passing), width: 320 },
      { name: 'being passed on, minimised', template: live(guest, passing, {}, minimised), width: 320 },
      { name: 'two agents talk', template: live(guest, consulting), width: 320 },
      { name: 'all three talk', template: live(guest, conference), width: 320 },
      { name: 'asked in by another agent', template: live(guest, { ...consulting, transfer: null }), width: 320 },
      { name: 'all three talk, wide', template: live(phone, conference), width: 640 },
      { name: 'minimised', template: live(guest, {}, {}, minimised), width: 320 },
      {
        name: 'minimised at 280 px, long name',
        template: live({ caller: { name: longName } }, {}, {}, minimised),
        width: 280,
      },
      { name: 'messages', template: live(guest, {}, { then: writes }), width: 320 },
      {
        name: 'minimised, a new message',
        template: live(guest, {}, { then: (desk) => void desk.messages.customerWrites('Are you there?') }, minimised),
        width: 280,
      },
      { name: 'messages, wide', template: live(guest, {}, { then: writes }), width: 900 },
      { name: 'another tab leads', template: live(guest, {}, { follower: true }), width: 320 },
      { name: 'wide', template: live(guest), width: 640 },
      { name: 'German at 280 px', template: live(guest, { away: 'customer' }, { lang: 'de' }), width: 280 },
      { name: 'right to left', template: live({ caller: { name: 'ليلى حداد' } }, {}, { lang: 'ar' }), width: 320 },
    ];
  },
};
