import { CcProvider, define, type ElementStates } from '@carillon/call';
import { html } from 'lit';
import type { MockWorld } from '../../adapter/mock-world.js';
import { deskState } from '../../testing/desk-state.js';
import { aForm } from '../../testing/desk-fixtures.js';
import { CcWrapupForm } from '../wrapup-form/wrapup-form.js';
import { CcWrapup } from './wrapup.js';

const element = html`<cc-wrapup></cc-wrapup>`;
const ended = (note: string) => (world: MockWorld) => {
  world.ring({ caller: { name: 'Marija Horvat' } });
  world.connect();
  world.customerHangup();
  if (world.wrapUp) world.wrapUp = { ...world.wrapUp, note };
};

export const states: ElementStates = {
  title: 'cc-wrapup',
  render() {
    define(CcProvider, CcWrapup, CcWrapupForm);
    return [
      { name: 'begun', template: deskState(element, { before: ended('') }), width: 320 },
      {
        name: 'with a note',
        template: deskState(element, { before: ended('Wants a new router.\nCall back on Friday.') }),
        width: 320,
      },
      {
        name: 'with outcomes',
        template: deskState(element, {
          script: { dispositions: ['Sold', 'Wants to be called again', 'Wrong number'] },
          before: (world) => {
            ended('')(world);
            world.chooseDisposition('Wants to be called again');
          },
        }),
        width: 320,
      },
      {
        name: 'rated',
        template: deskState(element, {
          before: (world) => {
            ended('Wants a new router.')(world);
            world.rate(4);
          },
        }),
        width: 320,
      },
      {
        name: 'not to be rated',
        template: deskState(element, { script: { rating: false }, before: ended('') }),
        width: 320,
      },
      {
        name: 'with a form',
        template: deskState(element, {
          script: { dispositions: ['Sold', 'Wrong number'], wrapUpFields: aForm().slice(0, 3) },
          before: ended('Wants a new router.'),
        }),
        width: 320,
      },
      {
        name: 'ten seconds more',
        template: deskState(element, { script: { wrapUpExtension: 'seconds' }, before: ended('') }),
        width: 320,
      },
      {
        name: 'more time, German at 280 px',
        template: deskState(element, { script: { wrapUpExtension: 'more' }, before: ended(''), lang: 'de' }),
        width: 280,
      },
      {
        name: 'almost over',
        template: deskState(element, { script: { wrapUpMs: 9_000 }, before: ended('') }),
        width: 320,
      },
      { name: 'German at 280 px', template: deskState(element, { before: ended(''), lang: 'de' }), width: 280 },
      {
        name: 'right to left',
        template: deskState(element, { before: ended('تحتاج إلى جهاز جديد'), lang: 'ar' }),
        width: 320,
      },
    ];
  },
};
