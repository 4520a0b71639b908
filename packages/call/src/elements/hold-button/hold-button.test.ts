import { expect, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { CallErrorEvent } from '../events/call-error-event.js';
import { callFixture, wordsOf } from '../testing/call-fixture.js';
import type { CallChange } from '../testing/fake-call.js';
import { CcHoldButton } from './hold-button.js';

const setup = async (change: CallChange = {}) => {
  const element = html`<cc-hold-button></cc-hold-button>`;
  const all = await callFixture<CcHoldButton>(CcHoldButton, element, { mayHold: true, ...change });
  return { ...all, button: all.root.querySelector('button') as HTMLButtonElement };
};

describe('cc-hold-button', () => {
  it('shows hold once the call reports it, not when it is asked for (HLD-2)', async () => {
    const { host, call, button, set } = await setup();
    expect(wordsOf(button)).to.equal('Hold');
    button.click();
    expect(call.asked).to.deep.equal(['hold']);
    await set({ pending: 'hold' });
    expect([wordsOf(button), button.ariaDisabled]).to.deep.equal(['Hold', 'true']);

    await set({ phase: 'held', pending: null });
    expect([wordsOf(button), button.ariaDisabled]).to.deep.equal(['Resume', 'false']);
    expect(host.hasAttribute('held')).to.equal(true);
    button.click();
    expect(call.asked).to.deep.equal(['hold', 'resume']);
  });

  it('asks for nothing while an answer is awaited, and keeps the focus', async () => {
    const { host, call, button, set } = await setup({ phase: 'held' });
    button.focus();
    await set({ pending: 'resume' });
    button.click();
    expect(call.asked).to.deep.equal([]);
    expect(document.activeElement).to.equal(host);
  });

  for (const [name, phase, word] of [
    ['cc-hold-request', 'connected', 'hold'],
    ['cc-resume-request', 'held', 'resume'],
  ] as const)
    it(`may be stopped by the host page: ${word}`, async () => {
      const { call, button } = await setup({ phase });
      document.addEventListener(name, (event) => event.preventDefault(), { once: true });
      button.click();
      expect(call.asked).to.deep.equal([]);
      button.click();
      expect(call.asked).to.deep.equal([word]);
    });

  it('reports what went wrong, by its code', async () => {
    const { call, button, host } = await setup();
    call.failNext = Object.assign(new Error(''), { code: 'call_not_connected' });
    const report = new Promise<CallErrorEvent>((done) => host.addEventListener('cc-call-error', done));
    button.click();
    expect((await report).code).to.equal('call_not_connected');
  });

  for (const [phase, shown] of [
    ['waiting', false],
    ['connecting', false],
    ['connected', true],
    ['held', true],
    ['reconnecting', false],
    ['ended', false],
  ] as const)
    it(`takes ${shown ? 'its' : 'no'} room while the call is ${phase} (HLD-1)`, async () => {
      const { host } = await setup({ phase });
      expect(getComputedStyle(host).display).to.equal(shown ? 'inline-flex' : 'none');
    });

  for (const phase of ['connected', 'held'] as const)
    it(`is not for whoever may not hold: ${phase}`, async () => {
      const { host } = await setup({ mayHold: false, phase });
      expect(getComputedStyle(host).display).to.equal('none');
    });

  it('keeps its word for screen readers where there is no room', async () => {
    const { host, button, set } = await setup({ phase: 'held' });
    const wide = button.offsetWidth;
    host.compact = true;
    await set({});
    expect(button.offsetWidth).to.equal(48);
    expect(wide).to.be.greaterThan(48);
    expect(wordsOf(button)).to.equal('Resume');
  });

  it('is pressed by keyboard', async () => {
    const { host, call } = await setup();
    host.focus();
    await sendKeys({ press: 'Enter' });
    await sendKeys({ press: ' ' });
    expect(call.asked).to.deep.equal(['hold', 'hold']);
  });

  for (const phase of ['connected', 'held'] as const)
    it(`is accessible: ${phase}`, async () => {
      const { host } = await setup({ phase });
      await expect(host).to.be.accessible();
    });
});
