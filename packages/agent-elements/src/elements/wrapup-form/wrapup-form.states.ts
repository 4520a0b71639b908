import { CcProvider, define, type ElementStates } from '@carillon/call';
import type { WrapUp } from '@carillon/contract';
import { html } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { aForm, aWrapUp, someAnswers } from '../../testing/desk-fixtures.js';
import { deskState } from '../../testing/desk-state.js';
import { CcWrapupForm } from './wrapup-form.js';

const form = (change: Partial<WrapUp> = {}) =>
  html`<cc-wrapup-form .wrapUp=${aWrapUp({ fields: [...aForm()], ...change })}></cc-wrapup-form>`;
const filled = { answers: [...someAnswers()] };
const check = (element?: Element) => {
  if (element instanceof CcWrapupForm) void element.updateComplete.then(() => element.check());
};
const checked = html`<cc-wrapup-form ${ref(check)} .wrapUp=${aWrapUp({ fields: [...aForm()] })}></cc-wrapup-form>`;
const long = 'Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen und was sonst noch dazu gesagt werden soll';
const longWords = aForm().map((field) => ({
  ...field,
  label: long,
  choices: field.choices.map(() => long).slice(0, 1),
}));

export const states: ElementStates = {
  title: 'cc-wrapup-form',
  render() {
    define(CcProvider, CcWrapupForm);
    return [
      { name: 'empty', template: deskState(form()), width: 320 },
      { name: 'filled in', template: deskState(form(filled)), width: 320 },
      { name: 'something missing', template: deskState(checked), width: 320 },
      { name: 'long words at 280 px', template: deskState(form({ fields: longWords })), width: 280 },
      { name: 'German', template: deskState(form(filled), { lang: 'de' }), width: 320 },
      { name: 'right to left', template: deskState(form(filled), { lang: 'ar' }), width: 320 },
    ];
  },
};
