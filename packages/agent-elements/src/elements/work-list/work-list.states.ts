import { CcProvider, define, type ElementStates } from '@carillon/call';
import type { Conversation } from '@carillon/contract';
import { html } from 'lit';
import { MockProblem } from '../../adapter/mock-script.js';
import { aConversation } from '../../testing/desk-fixtures.js';
import { deskState } from '../../testing/desk-state.js';
import { CcWorkList } from './work-list.js';

const element = html`<cc-work-list selected="con_1"></cc-work-list>`;
const mine = html`<cc-work-list view="mine"></cc-work-list>`;
const conversations: readonly Conversation[] = [
  aConversation({ id: 'con_1' }),
  aConversation({ id: 'con_2', title: 'Jonas Weber', status: 'waiting', waitingCallId: 'cal_1' }),
  aConversation({ id: 'con_3', title: 'Amélie Rousseau', status: 'solved' }),
];
const long = aConversation({
  title: 'Maximiliane Alexandra von Donaudampfschifffahrtsgesellschaft',
  queueName: 'Reklamationsbearbeitung und Vertragsangelegenheiten',
  waitingCallId: 'cal_1',
});

export const states: ElementStates = {
  title: 'cc-work-list',
  render() {
    define(CcProvider, CcWorkList);
    return [
      { name: 'conversations', template: deskState(element, { script: { conversations } }) },
      { name: 'narrow', template: deskState(element, { script: { conversations } }), width: 280 },
      { name: 'nothing of my own', template: deskState(mine, { script: { conversations } }) },
      { name: 'empty', template: deskState(element) },
      {
        name: 'loading',
        template: deskState(element, {
          setup: (desk) => void (desk.conversations.list = () => new Promise(() => undefined)),
        }),
      },
      {
        name: 'not loaded',
        template: deskState(element, {
          setup: (desk) => void (desk.conversations.list = () => Promise.reject(new MockProblem('internal'))),
        }),
      },
      { name: 'long text', template: deskState(element, { script: { conversations: [long] } }), width: 280 },
      {
        name: 'a name that was forgotten',
        template: deskState(element, { script: { conversations: [aConversation({ title: '', status: 'closed' })] } }),
      },
      { name: 'German', template: deskState(element, { script: { conversations }, lang: 'de' }), width: 320 },
      { name: 'right to left', template: deskState(element, { script: { conversations }, lang: 'ar' }) },
    ];
  },
};
