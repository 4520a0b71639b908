import { CcProvider, define, type ElementStates } from '@carillon/call';
import type { CallLink, LinkChoice } from '@carillon/contract';
import { html, type TemplateResult } from 'lit';
import { MockProblem } from '../../adapter/mock-script.js';
import { callLink } from '../../testing/desk-fixtures.js';
import { deskState, type DeskStateOptions } from '../../testing/desk-state.js';
import { CcCallLinkGenerator } from './call-link-generator.js';

const guest = html`<cc-call-link-generator></cc-call-link-generator>`;
const conversation = html`<cc-call-link-generator
  conversation-id="cnv_0000000000000000000009"
></cc-call-link-generator>`;

const choices: readonly LinkChoice[] = [
  { key: 'default', name: 'One call', kind: 'one-time', media: 'both' },
  { key: 'reusable', name: 'As many calls as needed', kind: 'expiry', media: 'both' },
  {
    key: 'scheduled',
    name: 'Appointment',
    kind: 'time-frame',
    media: 'video',
    hours: { timeZone: 'Europe/Zagreb', days: ['mon', 'tue', 'wed', 'thu', 'fri'], from: '09:00', to: '17:00' },
  },
];
const appointment = html`<cc-call-link-generator
  configuration="scheduled"
  time-zone="Europe/Zagreb"
></cc-call-link-generator>`;

/** Records of links in every state. */
const links: readonly CallLink[] = (
  [
    ['available', 'Marija Horvat', { openedAt: Date.UTC(2026, 10, 24, 10) }],
    ['used', 'Jonas Weber', { usedAt: Date.UTC(2026, 10, 24, 11) }],
    ['not-open', 'Amélie Rousseau', { kind: 'time-frame', opensAt: Date.UTC(2026, 11, 1, 9) }],
    ['revoked', null, { revokedAt: Date.UTC(2026, 10, 24, 12) }],
    ['expired', 'Maximiliana-Konstantina Freifrau von Wolkenstein-Trostburg-H', {}],
    ['leased', 'Li', { kind: 'expiry' }],
  ] as const
).map(([state, displayName, change], i) => callLink({ ...change, id: `lnk_${i}`, state, displayName }));

/** The state after something was done in the element. */
const after = (element: TemplateResult, act: (root: ShadowRoot) => unknown, options: DeskStateOptions = {}) =>
  html`<div
    @cc-ready=${async (event: Event) => {
      const generator = (event.target as Element).querySelector('cc-call-link-generator');
      await generator?.updateComplete;
      await new Promise((done) => setTimeout(done));
      await generator?.updateComplete;
      if (generator?.shadowRoot) await act(generator.shadowRoot);
    }}
  >
    ${deskState(element, options)}
  </div>`;
const press = (root: ShadowRoot, selector: string) => root.querySelector<HTMLElement>(selector)?.click();
const soon = () => new Promise((done) => setTimeout(done, 20));
const gap = Object.assign(new MockProblem('local_time_gap'), {
  fields: ['timeFrame.startLocal'],
  options: [{ local: '2027-03-28T03:30', offset: '+02:00', at: Date.UTC(2027, 2, 28, 1, 30) }],
});
const repeat = Object.assign(new MockProblem('local_time_ambiguous'), {
  fields: ['timeFrame.endLocal'],
  options: [
    { local: '2027-10-31T02:30', offset: '+02:00', at: Date.UTC(2027, 9, 31, 0, 30) },
    { local: '2027-10-31T02:30', offset: '+01:00', at: Date.UTC(2027, 9, 31, 1, 30) },
  ],
});
const named = (root: ShadowRoot) => {
  const field = root.querySelector<HTMLInputElement>('#name');
  if (field) field.value = 'Marija Horvat';
};
const asked = (problem: MockProblem): DeskStateOptions => ({
  script: { linkChoices: choices },
  then: (desk) =>
    setTimeout(() => {
      desk.refuseNext = problem;
    }, 10),
});

/** The state after Generate has been pressed. */
const pressed = (element: TemplateResult, name: string | null, options: DeskStateOptions = {}) =>
  html`<div
    @cc-ready=${async (event: Event) => {
      const generator = (event.target as Element).querySelector('cc-call-link-generator');
      await generator?.updateComplete;
      await new Promise((done) => setTimeout(done));
      const field = generator?.renderRoot.querySelector<HTMLInputElement>('#name');
      if (field && name !== null) field.value = name;
      generator?.renderRoot.querySelector<HTMLElement>('button[type=submit]')?.click();
    }}
  >
    ${deskState(element, options)}
  </div>`;

export const states: ElementStates = {
  title: 'cc-call-link-generator',
  render() {
    define(CcProvider, CcCallLinkGenerator);
    return [
      { name: 'guest', template: deskState(guest), width: 320 },
      { name: 'name missing', template: pressed(guest, ''), width: 320 },
      { name: 'conversation', template: deskState(conversation), width: 320 },
      {
        name: 'refused',
        template: pressed(conversation, null, {
          then: (desk) => (desk.refuseNext = new MockProblem('conversation_closed')),
        }),
        width: 320,
      },
      { name: 'choice', template: deskState(guest, { script: { linkChoices: choices } }), width: 320 },
      { name: 'time-frame', template: deskState(appointment, { script: { linkChoices: choices } }), width: 400 },
      {
        name: 'time-frame refused',
        template: after(
          appointment,
          (root) => {
            named(root);
            const end = root.querySelector<HTMLInputElement>('#end');
            if (end) end.value = '2020-01-01T10:00';
            end?.dispatchEvent(new Event('change'));
            press(root, 'button[type=submit]');
          },
          { script: { linkChoices: choices } },
        ),
        width: 320,
      },
      {
        name: 'clock set forward',
        template: after(
          appointment,
          async (root) => {
            named(root);
            await soon();
            press(root, 'button[type=submit]');
          },
          asked(gap),
        ),
        width: 320,
      },
      {
        name: 'clock set back, German',
        template: after(
          appointment,
          async (root) => {
            named(root);
            await soon();
            press(root, 'button[type=submit]');
          },
          { ...asked(repeat), lang: 'de' },
        ),
        width: 280,
      },
      {
        name: 'QR code',
        template: after(guest, async (root) => {
          named(root);
          press(root, 'button[type=submit]');
          await soon();
          press(root, '.show-qr');
        }),
        width: 320,
      },
      {
        name: 'links',
        template: after(
          guest,
          async (root) => {
            press(root, 'summary');
            for (let i = 0; i < 2; i++) {
              await soon();
              press(root, '.made > .button');
            }
          },
          { script: { links } },
        ),
        width: 360,
      },
      {
        name: 'links, revoke?, right to left',
        template: after(
          guest,
          async (root) => {
            press(root, 'summary');
            await soon();
            press(root, '[data-revoke]');
          },
          { script: { links }, lang: 'ar' },
        ),
        width: 320,
      },
      { name: 'no links', template: after(guest, (root) => press(root, 'summary')), width: 320 },
      {
        name: 'of a conversation, sent',
        template: after(
          conversation,
          async (root) => {
            press(root, 'button[type=submit]');
            await soon();
            press(root, '.send');
          },
          {
            before: (world) => {
              world.ring({ conversationId: 'cnv_0000000000000000000009' });
              world.connect();
            },
          },
        ),
        width: 400,
      },
      {
        name: 'of a conversation, not reachable',
        template: after(conversation, async (root) => {
          press(root, 'button[type=submit]');
          await soon();
          press(root, '.send');
        }),
        width: 320,
      },
      { name: 'made', template: pressed(guest, 'Marija Horvat'), width: 400 },
      { name: 'made at 280 px, German', template: pressed(guest, 'Marija Horvat', { lang: 'de' }), width: 280 },
      { name: 'made, right to left', template: pressed(guest, 'ليلى حداد', { lang: 'ar' }), width: 320 },
    ];
  },
};
