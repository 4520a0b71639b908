import { CcProvider, define, type ElementStates } from '@carillon/call';
import { html } from 'lit';
import { MockProblem } from '../../adapter/mock-script.js';
import { aCallback } from '../../testing/desk-fixtures.js';
import { deskState } from '../../testing/desk-state.js';
import { CcCallbackList } from './callback-list.js';

const list = html`<cc-callback-list></cc-callback-list>`;
const longName = 'Maximiliana-Konstantina Freifrau von Wolkenstein-Trostburg-H';
const callbacks = [
  aCallback(),
  aCallback({ id: 'cbk_2', name: 'Jonas Weber', number: null, wish: 'link' }),
  aCallback({ id: 'cbk_3', name: null, number: '+33612345678', times: 3 }),
  aCallback({ id: 'cbk_4', name: longName }),
];

export const states: ElementStates = {
  title: 'cc-callback-list',
  render() {
    define(CcProvider, CcCallbackList);
    return [
      { name: 'some', template: deskState(list, { script: { callbacks } }), width: 320 },
      { name: 'none', template: deskState(list), width: 320 },
      {
        name: 'not read',
        template: deskState(list, {
          setup: (desk) => (desk.refuse = ['list-callbacks', new MockProblem('rate_limited')]),
        }),
        width: 320,
      },
      { name: 'German at 280 px', template: deskState(list, { script: { callbacks }, lang: 'de' }), width: 280 },
      { name: 'right to left', template: deskState(list, { script: { callbacks }, lang: 'ar' }), width: 320 },
    ];
  },
};
