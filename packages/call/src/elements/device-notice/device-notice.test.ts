import { aTimeout, expect, html } from '@open-wc/testing';
import type { MediaErrorCode } from '../../media/media-error.js';
import { callFixture, wordsOf } from '../testing/call-fixture.js';
import type { CallChange } from '../testing/fake-call.js';
import type { PermissionPort } from '../media-permission/permission-port.js';
import { CcDeviceNotice } from './device-notice.js';

const chrome = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/156.0.0.0 Safari/537.36';

async function setup(change: CallChange = {}, { replacedForMs = 8_000 } = {}) {
  const permission = new EventTarget() as EventTarget & { state: PermissionState };
  permission.state = 'denied';
  const port: PermissionPort = {
    query: () => Promise.resolve(permission),
    acquire: () => Promise.reject(new Error('never asked here')),
    onDevices: () => () => undefined,
    situation: () => ({ secure: true, hasDevices: true, allowed: true, inApp: false }),
    userAgent: chrome,
  };
  const asked: string[] = [];
  const all = await callFixture<CcDeviceNotice>(
    CcDeviceNotice,
    html`<cc-device-notice
      .port=${port}
      replaced-for-ms=${replacedForMs}
      @cc-camera-on-request=${() => asked.push('camera-on')}
    ></cc-device-notice>`,
    change,
  );
  const { root, host, call } = all;
  const { media } = call;
  /** A device fails, or works. */
  const device = async (kind: 'microphone' | 'camera', error: MediaErrorCode | null) => {
    media.set({ [kind]: { state: error ? 'failed' : 'on', error, track: null } });
    await host.updateComplete;
  };
  const press = async () => {
    root.querySelector('button')?.click();
    await host.updateComplete;
  };
  return { ...all, media, asked, device, press, permission };
}

describe('cc-device-notice', () => {
  it('says nothing while all is well, or without a call', async () => {
    const { host, root, session, device } = await setup();
    expect([host.hasAttribute('empty'), wordsOf(root)]).to.deep.equal([true, '']);
    await device('microphone', 'device-in-use');
    expect(host.hasAttribute('empty')).to.equal(false);
    session.setCall(null);
    await host.updateComplete;
    expect(host.hasAttribute('empty')).to.equal(true);
  });

  for (const [code, what, step] of [
    ['permission-denied', 'Your microphone is blocked by the browser.', 'to the left of the address'],
    ['permission-denied-by-system', 'does not let the browser use the microphone', 'in the settings of your device'],
    ['device-not-found', 'No microphone was found.', 'Plug one in'],
    ['device-in-use', 'in use by another program', 'Close the other program'],
    ['blocked-by-policy', 'does not let it use the microphone', 'allow="microphone"'],
  ] as const)
    it(`says that the microphone fails for ${code}, and what to do (E-26, F40)`, async () => {
      const { root, device } = await setup();
      await device('microphone', code);
      const alert = wordsOf(root.querySelector('[role=alert]')!);
      expect(alert).to.contain(what).and.to.contain(step).and.to.contain('Try again');
    });

  it('tries the microphone again without unmuting anybody', async () => {
    const { call, media, device, press } = await setup({ local: { microphone: 'muted' } });
    await device('microphone', 'device-in-use');
    await press();
    expect([media.asked, call.asked]).to.deep.equal([['open'], []]);
  });

  it('goes on by itself once the browser allows the microphone again (F40)', async () => {
    const { host, media, device, permission } = await setup();
    await device('microphone', 'permission-denied');
    await aTimeout(0); // the permission is asked after
    permission.state = 'granted';
    permission.dispatchEvent(new Event('change'));
    await host.updateComplete;
    expect(media.asked).to.deep.equal(['open']);
  });

  it('offers to try a camera again that another program has, while the call goes on (F41)', async () => {
    const { root, call, device, press, asked } = await setup();
    await device('camera', 'device-in-use');
    expect(wordsOf(root)).to.contain('Your camera is in use by another program.');
    await press();
    expect([asked, call.asked]).to.deep.equal([['camera-on'], ['cameraOn']]);
  });

  it('leaves the camera alone on an audio call, and to the effects what they lack', async () => {
    const { host, device, set } = await setup();
    await device('camera', 'effect-unavailable');
    expect(host.hasAttribute('empty')).to.equal(true);
    await device('camera', 'device-in-use');
    await set({ record: { medium: 'audio' } });
    expect(host.hasAttribute('empty')).to.equal(true);
  });

  it('says which device is used now, for a while (F39)', async () => {
    const { host, root, media, device } = await setup({}, { replacedForMs: 10 });
    await device('microphone', null);
    media.set({ replaced: { device: 'microphone', label: 'Built-in' } });
    await host.updateComplete;
    expect(wordsOf(root.querySelector('[role=status]')!)).to.equal('Microphone: “Built-in” is used now.');
    await aTimeout(10);
    await host.updateComplete;
    expect(host.hasAttribute('empty')).to.equal(true);
  });

  it('says that the camera is paused for the line, and turns it on when told to', async () => {
    const { root, call, press, set } = await setup({ videoPaused: true });
    expect(wordsOf(root)).to.contain('too weak for video').and.to.contain('Turn video back on');
    await press();
    expect(call.asked).to.deep.equal(['cameraOn']);
    await set({ videoPaused: false });
    expect(wordsOf(root)).to.equal('');
  });
});
