import { WrapUpFields } from '@carillon/contract';
import { elementUpdated, expect, fixtureSync, html } from '@open-wc/testing';
import './wrapup-fields.js';
import type { WrapUpFieldsEditor } from './wrapup-fields.js';

const kept = WrapUpFields.parse([
  { key: 'reason', kind: 'choice', label: { en: 'Reason', de: 'Grund' }, required: true, choices: ['Bill', 'Fault'] },
  { key: 'on', kind: 'date', label: 'Appointment' },
]);

async function setup(wrapUpFields = kept) {
  const editor = fixtureSync<WrapUpFieldsEditor>(html`<desk-wrapup-fields></desk-wrapup-fields>`);
  editor.show({ wrapUpFields, language: 'en' });
  await elementUpdated(editor);
  const all = <T extends HTMLElement>(selector: string) => [...editor.renderRoot.querySelectorAll<T>(selector)];
  const button = (name: string) =>
    all<HTMLButtonElement>('button').find(
      (one) => (one.ariaLabel ?? one.innerText.trim()) === name,
    ) as HTMLButtonElement;
  const press = async (name: string) => {
    button(name).click();
    await elementUpdated(editor);
    await editor.updateComplete;
  };
  const fill = async (field: HTMLElement | undefined, value: string) => {
    (field as HTMLInputElement).value = value;
    field?.dispatchEvent(new Event(field.localName === 'select' ? 'change' : 'input', { bubbles: true }));
    await elementUpdated(editor);
  };
  const labels = () => all<HTMLInputElement>('input:not([type])');
  const focused = () => editor.shadowRoot?.activeElement;
  return { editor, all, button, press, fill, labels, focused };
}

describe('the form after a call, in the administration', () => {
  it('shows what is kept, gives it back as it was, and is accessible', async () => {
    const { editor, labels } = await setup();
    expect(labels().map(({ value }) => value)).to.deep.equal(['Reason', 'Appointment']);
    expect(editor.fields()).to.deep.equal(kept);
    await expect(editor).to.be.accessible();
  });

  it('adds a field, moves to it, and asks for choices where one is chosen', async () => {
    const { editor, all, press, fill, labels, focused } = await setup([]);
    await press('Add a field');
    expect(focused()).to.equal(labels()[0]);
    await fill(labels()[0], 'Reason');
    expect(all('textarea').length).to.equal(1);
    await fill(all('select')[0], 'choice');
    await fill(all('textarea')[0], 'Bill\nFault');
    all<HTMLInputElement>('input[type=checkbox]')[0]?.click();
    expect(editor.fields()).to.deep.equal([
      { key: 'reason', kind: 'choice', label: 'Reason', required: true, choices: ['Bill', 'Fault'] },
    ]);
  });

  it('says what has to be there when it is to be saved, and moves to it', async () => {
    const { editor, all, press, fill, labels, focused } = await setup();
    expect(await editor.check()).to.equal(true);
    await press('Add a field');
    expect(await editor.check()).to.equal(false);
    expect(focused()).to.equal(labels()[2]);
    expect(labels()[2]?.ariaInvalid).to.equal('true');
    await expect(editor).to.be.accessible();
    await fill(labels()[2], 'Why');
    await fill(all('select')[2], 'choice');
    expect(await editor.check()).to.equal(false);
    expect(focused()?.id).to.contain('choices');
  });

  it('moves fields by keyboard, and keeps the focus where it was', async () => {
    const { editor, press, button, focused } = await setup();
    expect(button('Move Reason up').disabled).to.equal(true);
    button('Move Reason down').focus();
    await press('Move Reason down');
    expect(editor.fields().map(({ key }) => key)).to.deep.equal(['on', 'reason']);
    expect(focused()).to.equal(button('Move Reason up'));
  });

  it('removes a field, and leaves the focus on the page', async () => {
    const { editor, press, button, focused } = await setup();
    await press('Remove Reason');
    expect(editor.fields().map(({ key }) => key)).to.deep.equal(['on']);
    expect(focused()).to.equal(button('Add a field'));
  });

  it('has at most twenty', async () => {
    const many = Array.from({ length: 20 }, (_, n) => ({ key: `f-${n}`, kind: 'text', label: `F ${n}` }));
    const { button } = await setup(WrapUpFields.parse(many));
    expect(button('Add a field').disabled).to.equal(true);
  });
});
