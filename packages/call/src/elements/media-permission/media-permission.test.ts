import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { render } from 'lit';
import { type MediaErrorCode } from '../../media/media-error.js';
import { define } from '../element.js';
import type { PermissionChangedEvent } from '../events/permission-changed-event.js';
import { permission } from '../localize/en/permission.js';
import { browserFamily, systemFamily } from './browser-family.js';
import { leftOut } from '../testing/left-out.js';
import { nextEvent } from '../testing/next-event.js';
import { CcMediaPermission } from './media-permission.js';
import { deviceFailureCode } from '../../media/device-failure.js';
import type { PermissionKind, PermissionPort } from './permission-port.js';
import { permissionPicture } from './permission-pictures.js';
import { permissionWords, systemSettings } from './permission-words.js';

define(CcMediaPermission);

class FakePermission extends EventTarget {
  state: PermissionState;
  constructor(state: PermissionState) {
    super();
    this.state = state;
  }
  become(state: PermissionState): void {
    this.state = state;
    this.dispatchEvent(new Event('change'));
  }
}

const chrome = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/156.0.0.0 Safari/537.36';
const denied = () => new DOMException('Permission denied', 'NotAllowedError');

/** A browser whose answers are set beforehand. */
function fakePort(
  states: Partial<Record<PermissionKind, PermissionState>> = {},
  where: Partial<ReturnType<PermissionPort['situation']>> = {},
) {
  const permissions = {
    microphone: new FakePermission(states.microphone ?? 'prompt'),
    camera: new FakePermission(states.camera ?? 'prompt'),
  };
  const asked: MediaStreamConstraints[] = [];
  const answers: (DOMException | MediaStream)[] = [];
  let devices = (): void => undefined;
  const port: PermissionPort = {
    query: async (kind) => permissions[kind],
    acquire(constraints) {
      asked.push(constraints);
      const answer = answers.shift() ?? new MediaStream();
      return answer instanceof MediaStream ? Promise.resolve(answer) : Promise.reject(answer);
    },
    onDevices(listener) {
      devices = listener;
      return () => (devices = () => undefined);
    },
    situation: () => ({ secure: true, hasDevices: true, allowed: true, inApp: false, ...where }),
    userAgent: chrome,
  };
  return { port, permissions, asked, answers, plugIn: () => devices() };
}

async function setup(fake = fakePort(), kinds: CcMediaPermission['kinds'] = 'audio') {
  const told: string[] = [];
  const onChange = (event: PermissionChangedEvent) => told.push(event.state);
  const host = await fixture<CcMediaPermission>(
    html`<cc-media-permission
      plain
      kinds=${kinds}
      .port=${fake.port}
      @cc-permission-changed=${onChange}
    ></cc-media-permission>`,
  );
  await fake.port.query('microphone');
  await host.updateComplete;
  const button = () => host.renderRoot.querySelector('button') as HTMLButtonElement;
  const text = () => (host.renderRoot as ShadowRoot).textContent?.replace(/\s+/g, ' ').trim() ?? '';
  return { host, told, button, text, ...fake };
}

describe('cc-media-permission', () => {
  it('explains before it asks, and asks on the press', async () => {
    const { host, asked, button, text } = await setup();
    expect(asked).to.deep.equal([]);
    expect(text()).to.contain(permission['permission.why-audio']);
    expect(button().textContent?.trim()).to.equal('Allow microphone');
    setTimeout(() => button().click());
    const event = await nextEvent(host, 'cc-permission-changed');
    expect(event.state).to.equal('granted');
    expect(event.stream).to.be.instanceOf(MediaStream);
    expect(asked).to.deep.equal([{ audio: {} }]);
    await host.updateComplete;
    expect(getComputedStyle(host).display).to.equal('none');
  });

  it('says while it asks that the browser asks, and asks once', async () => {
    const fake = fakePort();
    let give: ((stream: MediaStream) => void) | undefined;
    const { host, button, text, told } = await setup({
      ...fake,
      port: { ...fake.port, acquire: () => new Promise((done) => (give = done)) },
    });
    button().click();
    await host.updateComplete;
    expect(text()).to.contain(permission['permission.asking']);
    expect(button().ariaDisabled).to.equal('true');
    button().click();
    give?.(new MediaStream());
    await nextEvent(host, 'cc-permission-changed');
    expect(told).to.deep.equal(['granted']);
  });

  it('asks for both when a camera is wanted', async () => {
    const { host, asked, button } = await setup(fakePort(), 'audio video');
    expect(button().textContent?.trim()).to.equal('Allow microphone and camera');
    setTimeout(() => button().click());
    await nextEvent(host, 'cc-permission-changed');
    expect(asked).to.deep.equal([{ audio: {}, video: {} }]);
  });

  it('takes what was granted before without asking anybody', async () => {
    const { told, host } = await setup(fakePort({ microphone: 'granted' }));
    expect(told).to.deep.equal(['granted']);
    expect(host.state).to.equal('granted');
  });

  it('shows the way back at once when it was refused before', async () => {
    const { text, told, asked } = await setup(fakePort({ microphone: 'denied' }));
    expect(text()).to.contain(permission['permission.denied.microphone']);
    expect(text()).to.contain(permission['permission.denied.step.chromium']);
    expect(told).to.deep.equal(['permission-denied']);
    expect(asked).to.deep.equal([]);
  });

  it('goes on by itself once the browser allows it', async () => {
    const { host, permissions, told } = await setup(fakePort({ microphone: 'denied' }));
    setTimeout(() => permissions.microphone.become('granted'));
    await nextEvent(host, 'cc-permission-changed');
    expect(told).to.deep.equal(['permission-denied', 'granted']);
  });

  it('explains anew once the block is taken off', async () => {
    const { host, permissions } = await setup(fakePort({ microphone: 'denied' }));
    permissions.microphone.become('prompt');
    expect(host.state).to.equal('idle');
  });

  it('tries again on the press, and by itself when a device is plugged in', async () => {
    const fake = fakePort();
    fake.answers.push(new DOMException('', 'NotFoundError'), new DOMException('', 'NotFoundError'));
    const { host, button, plugIn, told, text } = await setup(fake);
    for (const wish of [() => button().click(), () => button().click(), plugIn]) {
      setTimeout(wish);
      await nextEvent(host, 'cc-permission-changed');
      await host.updateComplete;
      if (host.state !== 'granted') expect(text()).to.contain(permission['permission.not-found.microphone']);
    }
    expect(told).to.deep.equal(['device-not-found', 'device-not-found', 'granted']);
  });

  it('blames the camera when the microphone is granted', async () => {
    const fake = fakePort({ microphone: 'granted' });
    fake.answers.push(denied());
    const { host, button, text } = await setup(fake, 'audio video');
    setTimeout(() => button().click());
    await nextEvent(host, 'cc-permission-changed');
    await host.updateComplete;
    expect(text()).to.contain(permission['permission.denied.camera']);
  });

  it('shows a cause the host has set, and leaves it until something changes', async () => {
    const fake = fakePort({ microphone: 'granted' });
    const host = await fixture<CcMediaPermission>(
      html`<cc-media-permission plain state="device-in-use" .port=${fake.port}></cc-media-permission>`,
    );
    await fake.port.query('microphone');
    await host.updateComplete;
    expect(fake.asked).to.deep.equal([]);
    expect(host.renderRoot.textContent).to.contain(permission['permission.in-use.microphone']);
  });

  it('hears nothing more once it is off the page, and again when it is back', async () => {
    const { host, permissions, told } = await setup();
    const parent = host.parentElement;
    host.remove();
    permissions.microphone.become('denied');
    expect(told).to.deep.equal([]);
    parent?.append(host);
    await nextEvent(host, 'cc-permission-changed');
    expect(told).to.deep.equal(['permission-denied']);
  });

  it('speaks of a problem at once, with a code to copy beneath it', async () => {
    const { host } = await setup(fakePort({ microphone: 'denied' }));
    expect(host.renderRoot.querySelector('[role=alert]')?.textContent).to.contain('blocked');
    expect(host.renderRoot.querySelector('.code')?.textContent).to.equal('Code: permission-denied');
  });

  for (const [kinds, state, native] of [
    ['audio video', 'idle', true],
    ['audio', 'idle', false],
    ['audio', 'permission-denied', true],
    ['audio video', 'device-not-found', false],
  ] as const)
    it(`${native ? 'uses' : 'does not use'} the browser's own button for ${kinds}, ${state}`, async () => {
      const { port } = fakePort();
      const host = await fixture<CcMediaPermission>(
        html`<cc-media-permission kinds=${kinds} state=${state} .port=${port}></cc-media-permission>`,
      );
      const there = host.renderRoot.querySelector('usermedia') !== null;
      expect(there).to.equal(native && 'HTMLUserMediaElement' in window);
    });

  it('offers no further try where none can help', async () => {
    const { host, button } = await setup();
    host.state = 'insecure-page';
    await host.updateComplete;
    expect(button()).to.equal(null);
  });

  for (const [where, cause, words] of [
    [{ hasDevices: false, inApp: true }, 'in-app-browser', 'outside of the app'],
    [{ hasDevices: false, secure: false }, 'insecure-page', 'https://'],
    [{ hasDevices: false }, 'unsupported-browser', 'Open this link in Safari'],
  ] as const)
    it(`shows the way out before it asks for anything: ${cause} (E-25)`, async () => {
      const { told, asked, text, button } = await setup(fakePort({}, where));
      expect([told, asked]).to.deep.equal([[cause], []]);
      expect(text()).to.contain(words);
      expect(button()).to.equal(null);
    });

  it('blames the app that asks nobody, once it has refused (E-25)', async () => {
    const fake = fakePort({}, { inApp: true });
    fake.answers.push(denied());
    const { host, button, told } = await setup(fake);
    setTimeout(() => button().click());
    await nextEvent(host, 'cc-permission-changed');
    expect(told).to.deep.equal(['in-app-browser']);
  });

  it("takes what the browser's own permission button gives, and its refusal", async function () {
    if (!('HTMLUserMediaElement' in window)) leftOut(this, 'there is no <usermedia>');
    const fake = fakePort();
    const host = await fixture<CcMediaPermission>(
      html`<cc-media-permission kinds="audio video" .port=${fake.port}></cc-media-permission>`,
    );
    const native = host.renderRoot.querySelector('usermedia') as HTMLElement;
    const stream = new MediaStream();
    Object.defineProperties(native, { error: { value: denied(), configurable: true }, stream: { value: stream } });
    setTimeout(() => native.dispatchEvent(new Event('error')));
    expect((await nextEvent(host, 'cc-permission-changed')).state).to.equal('permission-denied');
    await host.updateComplete;
    const again = host.renderRoot.querySelector('usermedia') as HTMLElement;
    Object.defineProperty(again, 'stream', { value: stream, configurable: true });
    setTimeout(() => again.dispatchEvent(new Event('stream')));
    expect((await nextEvent(host, 'cc-permission-changed')).stream).to.equal(stream);
  });
});

describe('the cause of a refusal (E-26)', () => {
  const page = { secure: true, hasDevices: true, allowed: true, inApp: false };
  for (const [error, where, cause] of [
    [denied(), page, 'permission-denied'],
    [new DOMException('Permission denied by system', 'NotAllowedError'), page, 'permission-denied-by-system'],
    [denied(), { ...page, allowed: false }, 'blocked-by-policy'],
    [denied(), { ...page, allowed: null }, 'permission-denied'],
    [new DOMException('', 'NotFoundError'), page, 'device-not-found'],
    [new DOMException('', 'OverconstrainedError'), page, 'device-not-found'],
    [new DOMException('', 'NotReadableError'), page, 'device-in-use'],
    [new DOMException('', 'AbortError'), page, 'device-in-use'],
    [new TypeError('navigator.mediaDevices is undefined'), { ...page, hasDevices: false }, 'unsupported-browser'],
    [new TypeError(''), { ...page, hasDevices: false, secure: false }, 'insecure-page'],
    [new TypeError(''), page, 'unsupported-browser'],
    [null, page, 'unsupported-browser'],
  ] as const)
    it(`${error instanceof Error ? error.name : String(error)} on ${JSON.stringify(where)} is ${cause}`, () => {
      expect(deviceFailureCode(error, where)).to.equal(cause);
    });

  const codes: readonly MediaErrorCode[] = [
    'permission-denied',
    'permission-denied-by-system',
    'device-not-found',
    'device-in-use',
    'blocked-by-policy',
    'insecure-page',
    'unsupported-browser',
    'in-app-browser',
  ];
  it('has a picture for each, and another one for each browser that blocks (E-26)', async () => {
    const drawn = (code: MediaErrorCode, agent: string) => {
      const box = document.createElement('div');
      render(permissionPicture(code, agent), box);
      return box.querySelector('svg.picture')?.innerHTML.replace(/<!--.*?-->/g, '');
    };
    for (const code of codes) expect(drawn(code, chrome), code).to.be.a('string');
    const agents = [chrome, 'Firefox/153.0', 'Safari/605.1.15', 'iPhone Safari/604.1', 'Something/1.0'];
    expect(new Set(agents.map((agent) => drawn('permission-denied', agent))).size).to.equal(agents.length);
    expect(drawn('effect-unavailable', chrome)).to.equal(undefined);
  });

  it('is shown with its picture once it has come', async () => {
    const { host } = await setup(fakePort({ microphone: 'denied' }));
    await waitUntil(() => host.renderRoot.querySelector('[role=alert] svg.picture') !== null, 'draws');
    const outside = [...host.renderRoot.querySelectorAll('image, use, [href^="http"]')];
    expect(outside).to.deep.equal([]);
  });

  for (const [system, agent, microphone, camera] of [
    ['macOS', 'Macintosh', 'Privacy_Microphone', 'Privacy_Camera'],
    ['Windows', 'Windows NT 10.0', 'ms-settings:privacy-microphone', 'ms-settings:privacy-webcam'],
  ] as const)
    it(`leads to the settings of ${system} where that does not let the browser`, () => {
      expect(systemSettings('microphone', agent)).to.contain(microphone);
      expect(systemSettings('camera', agent)).to.contain(camera);
    });

  it('leads to the settings of no system that has no address for them', async () => {
    expect(systemSettings('camera', 'Linux')).to.equal(null);
    const { host } = await setup({ ...fakePort(), port: { ...fakePort().port, userAgent: 'Windows NT 10.0' } });
    host.state = 'permission-denied-by-system';
    await host.updateComplete;
    const link = host.renderRoot.querySelector('a');
    expect(link?.getAttribute('href')).to.equal('ms-settings:privacy-microphone');
  });

  it('has a sentence of its own and a next step for each', () => {
    const words = codes.map((code) => permissionWords(code, 'microphone', chrome));
    expect(new Set(words.map(({ what }) => what)).size).to.equal(codes.length);
    for (const { what, step } of words) expect([permission[what], permission[step]].every(Boolean)).to.equal(true);
  });

  for (const [agent, browser, system] of [
    [chrome, 'chromium', 'other'],
    ['Mozilla/5.0 (Windows NT 10.0; Win64; x64) Gecko/20100101 Firefox/153.0', 'firefox', 'windows'],
    [
      'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/26.0 Safari/605.1.15',
      'safari',
      'mac',
    ],
    ['Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) CriOS/156.0 Mobile Safari/604.1', 'safari-ios', 'other'],
    ['Something/1.0', 'other', 'other'],
  ] as const)
    it(`is said in the words of ${browser} on ${system}`, () => {
      expect([browserFamily(agent), systemFamily(agent)]).to.deep.equal([browser, system]);
    });
});
