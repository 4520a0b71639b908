import { expect, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { MediaError } from '../../media/media-error.js';
import type { CallErrorEvent } from '../events/call-error-event.js';
import { callFixture, wordsOf } from '../testing/call-fixture.js';
import type { CallChange } from '../testing/fake-call.js';
import { CcShareButton } from './share-button.js';

const setup = async (change: CallChange = {}) => {
  const element = html`<cc-share-button></cc-share-button>`;
  const all = await callFixture<CcShareButton>(CcShareButton, element, { mayShare: true, ...change });
  return { ...all, button: all.root.querySelector('button') as HTMLButtonElement };
};

describe('cc-share-button', () => {
  it('shows that it shares once the call reports it, not when it is asked for (SHR-1)', async () => {
    const { host, call, button, set } = await setup();
    expect(wordsOf(button)).to.equal('Share screen');
    button.click();
    expect(call.asked).to.deep.equal(['share']);
    await set({ pending: 'share' });
    expect([wordsOf(button), button.ariaDisabled]).to.deep.equal(['Share screen', 'true']);

    await set({ local: { screen: 'on' }, pending: null });
    expect([wordsOf(button), button.ariaDisabled]).to.deep.equal(['Stop sharing', 'false']);
    expect(host.hasAttribute('sharing')).to.equal(true);
    button.click();
    expect(call.asked).to.deep.equal(['share', 'unshare']);
  });

  it('stays as it was when nothing was chosen (SHR-2)', async () => {
    const { call, button, set } = await setup();
    button.click();
    await set({ pending: 'share' });
    await set({ pending: null });
    expect(wordsOf(button)).to.equal('Share screen');
    button.click();
    expect(call.asked).to.deep.equal(['share', 'share']);
  });

  it('asks for nothing while the person chooses, and keeps the focus', async () => {
    const { host, call, button, set } = await setup();
    button.focus();
    await set({ pending: 'share' });
    button.click();
    expect(call.asked).to.deep.equal([]);
    expect(document.activeElement).to.equal(host);
  });

  for (const [name, screen, asked] of [
    ['cc-share-request', 'none', 'share'],
    ['cc-unshare-request', 'on', 'unshare'],
  ] as const)
    it(`may be stopped by the host page: ${asked}`, async () => {
      const { call, button } = await setup({ local: { screen } });
      document.addEventListener(name, (event) => event.preventDefault(), { once: true });
      button.click();
      expect(call.asked).to.deep.equal([]);
      button.click();
      expect(call.asked).to.deep.equal([asked]);
    });

  it('reports what went wrong, by its code', async () => {
    const { call, button, host } = await setup();
    call.failNext = new MediaError('blocked-by-policy');
    const report = new Promise<CallErrorEvent>((done) => host.addEventListener('cc-call-error', done));
    button.click();
    expect((await report).code).to.equal('blocked-by-policy');
  });

  for (const [phase, shown] of [
    ['waiting', false],
    ['connecting', false],
    ['connected', true],
    ['held', false],
    ['reconnecting', false],
    ['ended', false],
  ] as const)
    it(`takes ${shown ? 'its' : 'no'} room while the call is ${phase}`, async () => {
      const { host } = await setup({ phase });
      expect(getComputedStyle(host).display).to.equal(shown ? 'inline-flex' : 'none');
    });

  it('is not for a browser or a call that cannot share', async () => {
    const { host } = await setup({ mayShare: false });
    expect(getComputedStyle(host).display).to.equal('none');
  });

  it('is pressed by keyboard', async () => {
    const { host, call } = await setup();
    host.focus();
    await sendKeys({ press: 'Enter' });
    await sendKeys({ press: ' ' });
    expect(call.asked).to.deep.equal(['share', 'share']);
  });

  for (const screen of ['none', 'on'] as const)
    it(`is accessible: ${screen}`, async () => {
      const { host } = await setup({ local: { screen } });
      await expect(host).to.be.accessible();
    });
});
