import { expect, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { MediaError } from '../../media/media-error.js';
import type { CallErrorEvent } from '../events/call-error-event.js';
import { registerStrings } from '../localize/strings.js';
import { callFixture, wordsOf } from '../testing/call-fixture.js';
import type { CallChange } from '../testing/fake-call.js';
import { CcMicButton } from './mic-button.js';

const setup = async (change?: CallChange) => {
  const all = await callFixture<CcMicButton>(CcMicButton, html`<cc-mic-button></cc-mic-button>`, change);
  return { ...all, button: all.root.querySelector('button') as HTMLButtonElement };
};

describe('cc-mic-button', () => {
  it('shows muted once the call reports it, not when it is asked for', async () => {
    const { host, call, button, set } = await setup();
    expect(wordsOf(button)).to.equal('Mute');
    button.click();
    expect(call.asked).to.deep.equal(['mute']);
    await set({ pending: 'mute' });
    expect(wordsOf(button)).to.equal('Mute');
    expect(button.ariaDisabled).to.equal('true');

    await set({ local: { microphone: 'muted' }, pending: null });
    expect(wordsOf(button)).to.equal('Unmute');
    expect(button.ariaDisabled).to.equal('false');
    expect(host.hasAttribute('muted')).to.equal(true);
    button.click();
    expect(call.asked).to.deep.equal(['mute', 'unmute']);
  });

  it('asks for nothing while an answer is awaited, and keeps the focus', async () => {
    const { host, call, button, set } = await setup();
    button.focus();
    await set({ pending: 'mute' });
    button.click();
    expect(call.asked).to.deep.equal([]);
    expect(document.activeElement).to.equal(host);
  });

  it('may be stopped by the host page, whoever listens first', async () => {
    const { call, button } = await setup();
    const stop = (event: Event) => event.preventDefault();
    document.addEventListener('cc-mute-request', stop, { once: true });
    button.click();
    expect(call.asked).to.deep.equal([]);
    button.click();
    expect(call.asked).to.deep.equal(['mute']);
  });

  it('reports what went wrong, by its code', async () => {
    const { call, button, host } = await setup({ local: { microphone: 'muted' } });
    call.failNext = new MediaError('device-in-use', 'microphone');
    const report = new Promise<CallErrorEvent>((done) => host.addEventListener('cc-call-error', done));
    button.click();
    const { code, device } = await report;
    expect([code, device]).to.deep.equal(['device-in-use', 'microphone']);
  });

  it('offers to be heard when there is no microphone yet', async () => {
    const { button, call } = await setup({ local: { microphone: 'none' } });
    expect(wordsOf(button)).to.equal('Unmute');
    button.click();
    expect(call.asked).to.deep.equal(['unmute']);
  });

  for (const [phase, shown] of [
    ['waiting', false],
    ['connecting', true],
    ['connected', true],
    ['held', false],
    ['reconnecting', true],
    ['ended', false],
  ] as const)
    it(`takes ${shown ? 'its' : 'no'} room while the call is ${phase}`, async () => {
      const { host } = await setup({ phase });
      expect(getComputedStyle(host).display).to.equal(shown ? 'inline-flex' : 'none');
    });

  it('takes no room without a call', async () => {
    const { host, session } = await setup();
    session.setCall(null);
    await host.updateComplete;
    expect(getComputedStyle(host).display).to.equal('none');
  });

  it('is pressed by keyboard', async () => {
    const { host, call } = await setup();
    host.focus();
    await sendKeys({ press: 'Enter' });
    await sendKeys({ press: ' ' });
    expect(call.asked).to.deep.equal(['mute', 'mute']);
  });

  it('goes on with the call after a move in the page', async () => {
    const { host, provider, call, button, set } = await setup();
    const place = document.createElement('div');
    provider.append(place);
    for (let i = 0; i < 5; i++) place.append(host);
    await set({ local: { microphone: 'muted' } });
    expect(wordsOf(button)).to.equal('Unmute');
    button.click();
    expect(call.asked).to.deep.equal(['unmute']);
  });

  it('speaks the language nearest to it, and changes with it', async () => {
    registerStrings('xm', { 'mic.mute': 'Mutissimo' });
    const { host, provider, button } = await setup();
    provider.lang = 'xm';
    await provider.updateComplete;
    await host.updateComplete;
    expect(wordsOf(button)).to.equal('Mutissimo');
    provider.strings = { 'mic.mute': 'Schweig' };
    await provider.updateComplete;
    await host.updateComplete;
    expect(wordsOf(button)).to.equal('Schweig');
    expect(button.title).to.equal('Schweig');
  });

  it('takes a word of the host page', async () => {
    const { root } = await callFixture<CcMicButton>(
      CcMicButton,
      html`<cc-mic-button><span slot="mute">Hush</span></cc-mic-button>`,
    );
    expect(root.querySelector('slot')?.assignedElements()[0]?.textContent).to.equal('Hush');
  });
});
