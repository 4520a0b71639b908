import { expect, html } from '@open-wc/testing';
import type { CallErrorEvent } from '../events/call-error-event.js';
import { callFixture, wordsOf } from '../testing/call-fixture.js';
import type { CallChange } from '../testing/fake-call.js';
import { CcCameraButton } from './camera-button.js';

const setup = async (change?: CallChange) => {
  const all = await callFixture<CcCameraButton>(CcCameraButton, html`<cc-camera-button></cc-camera-button>`, change);
  return { ...all, button: all.root.querySelector('button') as HTMLButtonElement };
};

describe('cc-camera-button', () => {
  it('shows the camera off once the call reports it, not when it is asked for', async () => {
    const { host, call, button, set } = await setup();
    expect(wordsOf(button)).to.equal('Turn camera off');
    button.click();
    await set({ pending: 'camera-off' });
    expect(wordsOf(button)).to.equal('Turn camera off');
    expect(button.ariaDisabled).to.equal('true');
    button.click();
    await set({ local: { camera: 'none' }, pending: null });
    expect(wordsOf(button)).to.equal('Turn camera on');
    expect(host.hasAttribute('off')).to.equal(true);
    button.click();
    expect(call.asked).to.deep.equal(['cameraOff', 'cameraOn']);
  });

  for (const [event, camera] of [
    ['cc-camera-off-request', 'on'],
    ['cc-camera-on-request', 'none'],
  ] as const)
    it(`may be stopped by the host page at ${event}`, async () => {
      const { call, button } = await setup({ local: { camera } });
      document.addEventListener(event, (request) => request.preventDefault(), { once: true });
      button.click();
      expect(call.asked).to.deep.equal([]);
    });

  it('reports what went wrong, by its code', async () => {
    const { call, button, host } = await setup({ local: { camera: 'none' } });
    call.failNext = new Error('without a code');
    const report = new Promise<CallErrorEvent>((done) => host.addEventListener('cc-call-error', done));
    button.click();
    const { code, device } = await report;
    expect([code, device]).to.deep.equal(['internal', null]);
  });

  for (const [title, change] of [
    ['an audio call', { record: { medium: 'audio' } }],
    ['a call that waits', { phase: 'waiting' }],
    ['a call that has ended', { phase: 'ended' }],
  ] as const)
    it(`takes no room on ${title}`, async () => {
      const { host } = await setup(change);
      expect(getComputedStyle(host).display).to.equal('none');
    });
});
