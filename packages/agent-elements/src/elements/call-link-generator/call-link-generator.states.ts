import { CcProvider, define, type ElementStates } from '@carillon/call';
import { html, type TemplateResult } from 'lit';
import { MockProblem } from '../../adapter/mock-script.js';
import { deskState, type DeskStateOptions } from '../../testing/desk-state.js';
import { CcCallLinkGenerator } from './call-link-generator.js';

const guest = html`<cc-call-link-generator></cc-call-link-generator>`;
const conversation = html`<cc-call-link-generator
  conversation-id="cnv_0000000000000000000009"
></cc-call-link-generator>`;

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
      { name: 'made', template: pressed(guest, 'Marija Horvat'), width: 400 },
      { name: 'made at 280 px, German', template: pressed(guest, 'Marija Horvat', { lang: 'de' }), width: 280 },
      { name: 'made, right to left', template: pressed(guest, 'ليلى حداد', { lang: 'ar' }), width: 320 },
    ];
  },
};
