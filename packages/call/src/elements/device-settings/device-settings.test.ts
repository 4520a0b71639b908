import { expect, html, waitUntil } from '@open-wc/testing';
import type { DeviceInfo } from '../../media/local-media.js';
import { makeSilence } from '../../media/testing/make-tracks.js';
import { callFixture, wordsOf } from '../testing/call-fixture.js';
import { deviceOptions, namesAreKnown } from './device-options.js';
import { nextEvent } from '../testing/next-event.js';
import { CcDeviceSettings } from './device-settings.js';
import { FakeDevices } from '../testing/fake-devices.js';

const device = (kind: DeviceInfo['kind'], id: string, label = id): DeviceInfo => ({ kind, id, label });
const usual = [
  device('microphone', 'desk', 'Desk microphone'),
  device('microphone', 'headset', 'Headset'),
  device('speaker', 'speakers', 'Speakers'),
  device('speaker', 'headset-out', 'Headset'),
  device('camera', 'cam', 'Camera'),
];

async function setup(devices = new FakeDevices(usual), kinds = 'microphone speaker camera ringer') {
  const played: string[] = [];
  let finish = (): void => undefined;
  const play = (kind: string, deviceId: string) => {
    played.push(`${kind} on ${deviceId || 'default'}`);
    return new Promise<void>((done) => (finish = done));
  };
  const all = await callFixture<CcDeviceSettings>(
    CcDeviceSettings,
    html`<cc-device-settings kinds=${kinds} .media=${devices} .play=${play}></cc-device-settings>`,
  );
  const { root, host } = all;
  const select = (kind: string) => root.querySelector(`#${kind}`) as HTMLSelectElement;
  const options = (kind: string) => [...select(kind).options].map((option) => wordsOf(option));
  const test = (words: string) =>
    [...root.querySelectorAll('button')].find((button) => wordsOf(button) === words) as HTMLButtonElement;
  const choose = async (kind: string, value: string) => {
    select(kind).value = value;
    const told = nextEvent(host, 'cc-device-changed');
    select(kind).dispatchEvent(new Event('change', { bubbles: true }));
    return told;
  };
  return { ...all, devices, select, options, test, choose, played, finish: () => finish() };
}

/** Says what a browser is able to do; WebKit cannot. Answers with the way back. */
function speakersCanBeChosen(able: boolean): () => void {
  const media = HTMLMediaElement.prototype as { setSinkId?: (id: string) => Promise<void> };
  const own = Object.getOwnPropertyDescriptor(media, 'setSinkId');
  if (able) media.setSinkId ??= () => Promise.resolve();
  else delete media.setSinkId;
  return () => {
    if (own) Object.defineProperty(media, 'setSinkId', own);
    else delete media.setSinkId;
  };
}

describe('cc-device-settings', () => {
  let restore: () => void;
  beforeEach(() => (restore = speakersCanBeChosen(true)));
  afterEach(() => restore());

  it('offers the devices of each kind and the choice of the system (DEV-1)', async () => {
    const { options, devices } = await setup();
    expect(devices.asked).to.deep.equal(['refresh']);
    expect(options('microphone')).to.deep.equal(['System default', 'Desk microphone', 'Headset']);
    expect(options('speaker')).to.deep.equal(['System default', 'Speakers', 'Headset']);
    expect(options('camera')).to.deep.equal(['System default', 'Camera']);
    expect(options('ringer')).to.deep.equal(['System default', 'Speakers', 'Headset']);
  });

  it('leaves the loudspeaker to the system where the browser cannot choose, and says so (DEV-1)', async () => {
    restore();
    restore = speakersCanBeChosen(false);
    const { select, root } = await setup();
    for (const kind of ['speaker', 'ringer']) {
      const fixed = root.querySelector<HTMLInputElement>(`#${kind}`)!;
      expect([fixed.localName, fixed.readOnly, fixed.value]).to.deep.equal(['input', true, 'System default']);
      expect(fixed.title).to.contain('system');
    }
    expect(select('microphone').localName).to.equal('select');
  });

  it('gives every choice a name that is seen', async () => {
    const { root, select } = await setup();
    for (const kind of ['microphone', 'speaker', 'camera', 'ringer'])
      expect(select(kind).labels?.[0]?.textContent, kind).to.be.a('string').and.not.equal('');
    expect(root.querySelector('fieldset')?.ariaLabel).to.equal('Audio and video devices');
  });

  it('offers only what it is asked for', async () => {
    const { root } = await setup(new FakeDevices(usual), 'camera');
    expect([...root.querySelectorAll('select')].map(({ id }) => id)).to.deep.equal(['camera']);
  });

  it('puts a choice to use and reports it', async () => {
    const { devices, choose, select } = await setup();
    const { kind, deviceId } = await choose('microphone', 'headset');
    expect([kind, deviceId]).to.deep.equal(['microphone', 'headset']);
    expect(devices.asked.at(-1)).to.equal('microphone headset');
    expect(select('microphone').value).to.equal('headset');
    await choose('microphone', '');
    expect(devices.asked.at(-1)).to.equal('microphone default');
  });

  it('shows what was chosen before, and the system when that is unplugged', async () => {
    const devices = new FakeDevices(usual, { speaker: 'headset-out' });
    const { host, select } = await setup(devices);
    expect(select('speaker').value).to.equal('headset-out');
    devices.set({ devices: usual.filter(({ id }) => id !== 'headset-out') });
    await host.updateComplete;
    expect(select('speaker').value).to.equal('');
    devices.set({ devices: usual });
    await host.updateComplete;
    expect(select('speaker').value).to.equal('headset-out');
  });

  it('numbers devices whose names are hidden, and says when they appear', async () => {
    const { root, options } = await setup(
      new FakeDevices([device('microphone', 'a', ''), device('microphone', 'b', '')]),
    );
    expect(options('microphone')).to.deep.equal(['System default', 'Microphone 1', 'Microphone 2']);
    expect(wordsOf(root)).to.contain('Names appear once');
  });

  it('says that there is none of a kind only when the browser tells', async () => {
    const devices = new FakeDevices([]);
    const { host, select, options } = await setup(devices);
    expect([options('camera'), select('camera').disabled]).to.deep.equal([['System default'], false]);
    devices.set({ devices: usual.filter(({ kind }) => kind !== 'camera') });
    await host.updateComplete;
    expect([options('camera'), select('camera').disabled]).to.deep.equal([['None found'], true]);
  });

  it('plays a chime on the chosen speaker, once at a time', async () => {
    const { host, choose, test, played, finish } = await setup();
    await choose('speaker', 'headset-out');
    await choose('ringer', 'speakers');
    test('Test speaker').click();
    await host.updateComplete;
    expect(test('Playing…').ariaDisabled).to.equal('true');
    test('Playing…').click();
    test('Test ringing').click();
    expect(played).to.deep.equal(['speaker on headset-out']);
    finish();
    await waitUntil(() => test('Test speaker'));
    test('Test ringing').click();
    expect(played.at(-1)).to.equal('ringer on speakers');
  });

  it('shows the level of a microphone while it is tried, and closes it', async () => {
    const { host, devices, test, root } = await setup();
    devices.track = makeSilence();
    test('Test microphone').click();
    await waitUntil(() => test('Stop test'));
    expect(root.querySelector('cc-level-meter')?.track).to.equal(devices.track);
    test('Stop test').click();
    await host.updateComplete;
    expect(root.querySelector('cc-level-meter')?.track).to.equal(null);
    expect(devices.asked.slice(-2)).to.deep.equal(['open', 'close']);
  });

  it('closes a microphone it has opened when it leaves the page', async () => {
    const { host, devices, test } = await setup();
    devices.track = makeSilence();
    test('Test microphone').click();
    await waitUntil(() => test('Stop test'));
    host.remove();
    expect(devices.asked.at(-1)).to.equal('close');
    expect(devices.listeners).to.equal(0);
  });

  it('leaves a microphone alone that the call has opened', async () => {
    const devices = new FakeDevices(usual);
    devices.set({ microphone: { state: 'on', error: null, track: makeSilence() } });
    const { host, test } = await setup(devices);
    expect(test('Test microphone')).to.equal(undefined);
    host.remove();
    expect(devices.asked).not.to.include('close');
  });

  it('says so when a microphone cannot be opened', async () => {
    const { test, root } = await setup();
    test('Test microphone').click();
    await waitUntil(() => root.querySelector('[role=alert]'));
    expect(wordsOf(root.querySelector('[role=alert]') as Element)).to.contain('could not be used');
    expect(test('Test microphone')).not.to.equal(undefined);
  });

  it('works on the devices of the live call, and on its own without one', async () => {
    const { host, call, session, provider, root } = await setup();
    call.media.set({ devices: [device('camera', 'call-cam', 'Camera of the call')] });
    host.media = null;
    await host.updateComplete;
    expect(wordsOf(root.querySelector('#camera') as Element)).to.contain('Camera of the call');
    session.setCall(null);
    await host.updateComplete;
    expect(wordsOf(root.querySelector('#camera') as Element)).not.to.contain('Camera of the call');
    expect(call.media.listeners).to.equal(0);
    provider.append(host);
  });
});

describe('the devices of a kind', () => {
  it('are speakers for the ringer too', () => {
    expect(deviceOptions(usual, 'ringer').map(({ id }) => id)).to.deep.equal(['speakers', 'headset-out']);
  });

  it('have names once the page may use one', () => {
    expect([namesAreKnown([]), namesAreKnown([device('camera', 'a', '')]), namesAreKnown(usual)]).to.deep.equal([
      false,
      false,
      true,
    ]);
  });
});
