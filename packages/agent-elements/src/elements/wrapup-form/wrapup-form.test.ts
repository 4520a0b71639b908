import { elementUpdated, expect, html } from '@open-wc/testing';
import type { WrapUpAnswer } from '@carillon/contract';
import { MockProblem } from '../../adapter/mock-script.js';
import { aForm, someAnswers } from '../../testing/desk-fixtures.js';
import { mountDesk } from '../../testing/mount-desk.js';
import { loadWrapupForm } from '../load-lazily.js';
import { CcWrapup } from '../wrapup/wrapup.js';
import { type CcWrapupForm } from './wrapup-form.js';

/** A wrap-up with a form, as it is once its code has come. */
async function setup({
  answers = [],
  fields = aForm(),
}: { answers?: readonly WrapUpAnswer[]; fields?: ReturnType<typeof aForm> } = {}) {
  const desk = await mountDesk(html`<cc-wrapup></cc-wrapup>`, [CcWrapup], { script: { wrapUpFields: fields } });
  const wrapup = desk.provider.querySelector('cc-wrapup') as CcWrapup;
  const { world } = desk.desk;
  const begin = async () => {
    world.ring({ caller: { name: 'Marija Horvat' } });
    world.connect();
    world.customerHangup();
    if (answers.length > 0) world.saveAnswers(answers);
    await elementUpdated(wrapup);
    await loadWrapupForm();
    await elementUpdated(form());
  };
  const form = () => wrapup.renderRoot.querySelector('cc-wrapup-form') as CcWrapupForm;
  const field = (key: string) => form().renderRoot.querySelector(`[id="${key}"]`) as HTMLInputElement;
  const fill = async (key: string, value: string, type = 'input') => {
    field(key).value = value;
    field(key).dispatchEvent(new Event(type, { bubbles: true }));
    await elementUpdated(form());
  };
  const leave = async (key: string) => {
    field(key).dispatchEvent(new FocusEvent('blur'));
    await elementUpdated(form());
    await elementUpdated(form());
  };
  const close = () => [...wrapup.renderRoot.querySelectorAll('button')].at(-1) as HTMLButtonElement;
  const wrong = () => [...form().renderRoot.querySelectorAll<HTMLElement>('.wrong')].map(({ innerText }) => innerText);
  const saved = () => desk.desk.asked.filter((asked) => asked.startsWith('save-answers')).length;
  const over = () => desk.until(({ snapshot }) => snapshot.wrapUp === null);
  await begin();
  return { ...desk, world, wrapup, begin, form, field, fill, leave, close, wrong, saved, over };
}

describe('cc-wrapup-form', () => {
  it('has a native control with its label for every kind of field, and is accessible', async () => {
    const { form, field } = await setup();
    const controls = aForm().map(({ key }) => [field(key).localName, field(key).type]);
    expect(controls).to.deep.equal([
      ['select', 'select-one'],
      ['input', 'text'],
      ['input', 'number'],
      ['select', 'select-one'],
      ['input', 'date'],
      ['textarea', 'textarea'],
    ]);
    for (const { key } of aForm()) expect(field(key).labels?.length, key).to.equal(1);
    expect(field('reason').ariaRequired).to.equal('true');
    expect(field('amount').ariaRequired).to.equal('false');
    await expect(form()).to.be.accessible();
  });

  it('is not there where the company has set none', async () => {
    const desk = await mountDesk(html`<cc-wrapup></cc-wrapup>`, [CcWrapup]);
    desk.desk.world.ring({});
    desk.desk.world.connect();
    desk.desk.world.customerHangup();
    const wrapup = desk.provider.querySelector('cc-wrapup') as CcWrapup;
    await elementUpdated(wrapup);
    expect(wrapup.renderRoot.querySelector('cc-wrapup-form')).to.equal(null);
  });

  it('saves what is chosen at once and what is written as its field is left, whole each time', async () => {
    const { fill, leave, world, form, saved } = await setup();
    await fill('reason', 'Fault', 'change');
    expect(world.wrapUp?.answers).to.deep.equal([{ key: 'reason', value: 'Fault' }]);
    await fill('contract', 'C-1');
    await leave('contract');
    await fill('again', 'no', 'change');
    await fill('amount', '12.5');
    await leave('amount');
    await leave('amount');
    expect(world.wrapUp?.answers).to.deep.equal([
      { key: 'reason', value: 'Fault' },
      { key: 'contract', value: 'C-1' },
      { key: 'amount', value: 12.5 },
      { key: 'again', value: false },
    ]);
    expect(saved()).to.equal(4);
    const state = form().renderRoot.querySelector<HTMLElement>('.state');
    expect([state?.innerText.trim(), state?.getAttribute('role')]).to.deep.equal(['Saved', 'status']);
  });

  it('shows what was answered before, also after a reload (E-21)', async () => {
    const { field } = await setup({ answers: someAnswers() });
    const values = aForm().map(({ key }) => field(key).value);
    expect(values).to.deep.equal(['Bill', 'C-4711', '12.5', 'yes', '2027-03-01', someAnswers().at(-1)?.value]);
  });

  it('says what is missing only as it is closed, and moves there', async () => {
    const { close, wrong, form, field, session, saved } = await setup();
    expect(wrong()).to.deep.equal([]);
    close().click();
    await elementUpdated(form());
    expect(wrong()).to.deep.equal(['Fill this in before you close.', 'Fill this in before you close.']);
    expect(form().shadowRoot?.activeElement).to.equal(field('reason'));
    const describes = field('reason').getAttribute('aria-describedby') ?? '';
    expect(form().renderRoot.querySelector(`[id="${describes}"]`)?.textContent).to.contain('Fill this in');
    expect(field('reason').ariaInvalid).to.equal('true');
    expect(session.snapshot.wrapUp).not.to.equal(null);
    expect(saved()).to.equal(0);
    await expect(form()).to.be.accessible();
  });

  it('closes with its answers once nothing is missing', async () => {
    const { fill, close, wrapup, over, world } = await setup();
    const conversationId = world.wrapUp?.conversationId ?? '';
    const closed: unknown[] = [];
    wrapup.addEventListener('cc-wrapup-close-request', ({ change }) => closed.push(change.answers));
    await fill('reason', 'Bill', 'change');
    await fill('contract', 'C-1');
    close().click();
    await over();
    const answers = [
      { key: 'reason', value: 'Bill' },
      { key: 'contract', value: 'C-1' },
    ];
    expect(closed).to.deep.equal([answers]);
    const kept = world.timeline(conversationId).find(({ type }) => type === 'form_filled')?.answers;
    expect(kept?.map(({ label, value }) => [label, value])).to.deep.equal([
      [{ en: 'Reason', de: 'Grund' }, 'Bill'],
      [{ en: 'Contract', de: 'Vertrag' }, 'C-1'],
    ]);
  });

  it('says at once why something cannot be kept, keeps the rest, and is not closed with it', async () => {
    const { fill, leave, wrong, close, world, session } = await setup({ answers: someAnswers() });
    await fill('contract', 'x'.repeat(301));
    expect(wrong()).to.deep.equal(['Longer than 300 characters.']);
    await leave('contract');
    expect(world.wrapUp?.answers.map(({ key }) => key)).to.deep.equal(['reason', 'amount', 'again', 'on', 'details']);
    close().click();
    expect(session.snapshot.wrapUp).not.to.equal(null);
    await fill('contract', 'C-2');
    expect(wrong()).to.deep.equal([]);
  });

  it('sends off what is written when the time is over (E-33)', async () => {
    const { fill, world, wrapup, saved } = await setup();
    await fill('contract', 'half');
    world.endWrapUp('timer');
    await elementUpdated(wrapup);
    expect(wrapup.renderRoot.querySelector('cc-wrapup-form')).to.equal(null);
    await Promise.resolve();
    expect(saved()).to.equal(1);
  });

  it('tries again where the server was not reached', async () => {
    const { fill, desk, form, world, session } = await setup();
    desk.refuse = [`save-answers ${world.wrapUp?.id}`, new MockProblem('rate_limited')];
    await fill('reason', 'Bill', 'change');
    await elementUpdated(form());
    expect(form().renderRoot.querySelector<HTMLElement>('.state')?.innerText).to.contain('Not saved yet');
    expect(session.snapshot.wrapUp).not.to.equal(null);
    await fill('reason', 'Fault', 'change');
    expect(world.wrapUp?.answers).to.deep.equal([{ key: 'reason', value: 'Fault' }]);
  });

  it('begins anew with the next call', async () => {
    const { fill, close, over, begin, field, wrong } = await setup();
    await fill('reason', 'Bill', 'change');
    await fill('contract', 'C-1');
    close().click();
    await over();
    await begin();
    expect([field('reason').value, field('contract').value]).to.deep.equal(['', '']);
    expect(wrong()).to.deep.equal([]);
  });

  it('shows labels and choices as text', async () => {
    const evil = '<img src=x onerror=alert(1)>';
    const fields = [{ key: 'a', kind: 'choice' as const, label: evil, required: false, choices: [evil] }];
    const { form, field } = await setup({ fields });
    expect(form().renderRoot.querySelector('img')).to.equal(null);
    expect(field('a').labels?.[0]?.textContent).to.equal(evil);
  });
});
