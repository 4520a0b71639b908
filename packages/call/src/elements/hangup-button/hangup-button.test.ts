import { expect, html } from '@open-wc/testing';
import { callFixture, wordsOf } from '../testing/call-fixture.js';
import type { CallChange } from '../testing/fake-call.js';
import { CcHangupButton } from './hangup-button.js';

const setup = async (change?: CallChange) => {
  const all = await callFixture<CcHangupButton>(CcHangupButton, html`<cc-hangup-button></cc-hangup-button>`, change);
  return { ...all, button: all.root.querySelector('button') as HTMLButtonElement };
};

describe('cc-hangup-button', () => {
  it('ends the call, and asks once', async () => {
    const { call, button, set } = await setup();
    expect(wordsOf(button)).to.equal('End call');
    button.click();
    await set({ pending: 'hangup' });
    button.click();
    expect(call.asked).to.deep.equal(['hangup']);
    expect(button.ariaDisabled).to.equal('true');
  });

  it('may be stopped by the host page, to ask first', async () => {
    const { call, button } = await setup();
    document.addEventListener('cc-hangup-request', (request) => request.preventDefault(), { once: true });
    button.click();
    expect(call.asked).to.deep.equal([]);
  });

  for (const [phase, shown] of [
    ['waiting', true],
    ['reconnecting', true],
    ['held', true],
    ['ended', false],
  ] as const)
    it(`takes ${shown ? 'its' : 'no'} room while the call is ${phase}`, async () => {
      const { host } = await setup({ phase });
      expect(getComputedStyle(host).display === 'none').to.equal(!shown);
    });

  it('ends the call by keyboard also while a mute is under way', async () => {
    const { call, button } = await setup({ pending: 'mute' });
    button.click();
    expect(call.asked).to.deep.equal(['hangup']);
  });
});
