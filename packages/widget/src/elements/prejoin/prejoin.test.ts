import { elementUpdated, expect, html, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { testLogo } from '../../testing/brand-pictures.js';
import { fakeMedia, type FakeDevicesOptions } from '../../testing/fake-devices.js';
import { FakePermissions, type FakePermissionsOptions } from '../../testing/fake-permissions.js';
import type { LinkWorldOptions } from '../../testing/link-world.js';
import { mountLink, wordsOf } from '../../testing/mount-link.js';
import { CcPrejoin } from './prejoin.js';

type Setup = LinkWorldOptions & Omit<FakePermissionsOptions, 'media'> & { devices?: FakeDevicesOptions };

async function setup({ devices, microphone, camera, microphoneFails, cameraFails, where, ...options }: Setup = {}) {
  const media = fakeMedia(devices);
  const permissions = new FakePermissions({
    media,
    ...(microphone ? { microphone } : {}),
    ...(camera ? { camera } : {}),
    ...(microphoneFails ? { microphoneFails } : {}),
    ...(cameraFails ? { cameraFails } : {}),
    ...(where ? { where } : {}),
  });
  const template = html`<cc-prejoin .permissions=${permissions}></cc-prejoin>`;
  const prejoin = await mountLink<CcPrejoin>(CcPrejoin, template, { media, ...options });
  const sent = () => prejoin.world.server.bodies[0];
  const words = () => wordsOf(prejoin.root.querySelector('.column'));
  /** Waits until it says something, anywhere but in shadow roots below. */
  const says = (text: string) => waitUntil(() => words().includes(text), `says "${text}"`, patient);
  const redeemed = () => prejoin.until(({ session }) => session.snapshot.call !== null);
  return { ...prejoin, media, permissions, sent, words, says, redeemed };
}

const granted = { microphone: 'granted', camera: 'granted' } as const;

/** For machines that are busy with other tests. */
const patient = { timeout: 6_000 };

describe('cc-prejoin', () => {
  it('says who answers and as whom one joins (LNK-2)', async () => {
    const { heading, words } = await setup();
    expect(heading()).to.equal('Nordlicht Energie');
    expect(words()).to.contain('Our service team is glad to help you. Customer support answers your call.');
    expect(words()).to.contain('You join as Marija Horvat');
  });

  it('shows the company’s logo, and its initials where there is none or it does not come (LNK-2)', async () => {
    const brand = { name: 'Nordlicht Energie', color: '#0f62c4', welcome: '' };
    const seen = (root: ShadowRoot) =>
      [...root.querySelectorAll<HTMLElement>('.logo')]
        .filter((one) => one.checkVisibility())
        .map(({ localName }) => localName);
    expect(seen((await setup()).root)).to.deep.equal(['span']);
    const { root } = await setup({ view: { brand: { ...brand, logo: testLogo } } });
    await waitUntil(() => root.querySelector('img')?.complete);
    expect(seen(root)).to.deep.equal(['img']);
    expect(root.querySelector('img')?.alt, 'the name stands beside it').to.equal('');
    const missing = await setup({ view: { brand: { ...brand, logo: `pic_${'X'.repeat(22)}` } } });
    await waitUntil(() => seen(missing.root).join() === 'span');
  });

  it('says what the devices are for, and asks nothing before somebody wants it (E-26)', async () => {
    const { words, permissions, media } = await setup();
    expect(words()).to.contain('To talk, you need a microphone. A camera is up to you.');
    expect(permissions.asked).to.deep.equal([]);
    expect(media.snapshot.microphone.state).to.equal('off');
  });

  it('shows the own picture mirrored and the level of the microphone once they are there', async () => {
    const { root, says } = await setup(granted);
    await says('Say something');
    const video = root.querySelector('video');
    expect(video?.srcObject).to.be.instanceOf(MediaStream);
    expect(getComputedStyle(video!).transform).to.match(/matrix\(-1/);
    expect(root.querySelector('cc-level-meter')?.track?.kind).to.equal('audio');
  });

  it('tries the network when somebody asks for it, and starts no call by it (DEV-1)', async () => {
    const { root, says, world } = await setup(granted);
    await says('Say something');
    root.querySelector('details')?.toggleAttribute('open', true);
    await customElements.whenDefined('cc-network-check');
    const check = root.querySelector('cc-network-check');
    await waitUntil(() => check?.shadowRoot?.querySelector('button') !== null, 'offers it', patient);
    expect(world.server.asked).not.to.include('POST check');
    check?.shadowRoot?.querySelector('button')?.click();
    await waitUntil(() => check?.report !== null, 'reports', patient);
    expect(check?.report).to.deep.equal({ verdict: 'good', code: 'NET-2-checker' });
    expect(world.server.asked).to.include('POST check').and.not.to.include('POST join');
    expect(world.session.snapshot.call).to.equal(null);
  });

  it('turns a phone’s camera to the back, which is no mirror, and to the front again (LNK-20)', async () => {
    const { root, button, media, element } = await setup({ devices: { phone: true } });
    await media.openMicrophone();
    await media.openCamera();
    await waitUntil(() => root.querySelector('video') !== null, 'shows the picture', patient);
    const video = () => root.querySelector('video') as HTMLVideoElement;
    const mirrored = () => getComputedStyle(video()).transform.startsWith('matrix(-1');
    expect(mirrored()).to.equal(true);
    for (const [looks, mirror] of [
      ['environment', false],
      ['user', true],
    ] as const) {
      button('Switch between front and back camera').click();
      await waitUntil(() => media.looks === looks, `looks ${looks}`, patient);
      await elementUpdated(element);
      expect(mirrored()).to.equal(mirror);
      expect((video().srcObject as MediaStream).getTracks()[0]).to.equal(media.snapshot.camera.track);
    }
  });

  it('lets nobody turn a camera that stands on a desk', async () => {
    const { root, says } = await setup(granted);
    await says('Say something');
    expect([...root.querySelectorAll('button')].map((one) => one.ariaLabel)).not.to.include(
      'Switch between front and back camera',
    );
  });

  it('records and plays back what the customer says, once the devices are opened, where the browser can (DEV-1)', async () => {
    const { root, says } = await setup(granted);
    await says('Say something');
    const test = root.querySelector('cc-voice-test')!;
    root.querySelector('details')?.toggleAttribute('open', true);
    await customElements.whenDefined('cc-voice-test');
    await waitUntil(() => test.track?.kind === 'audio', 'has the microphone', patient);
    await elementUpdated(test);
    expect(test.renderRoot.querySelector('button') !== null).to.equal(test.recorder.able);
  });

  it('starts a video call, asking for both first (LNK-19)', async () => {
    const { button, permissions, sent, redeemed, requests, media } = await setup();
    button('Start video call').click();
    await redeemed();
    expect(permissions.asked).to.deep.equal(['audio video']);
    expect(requests).to.deep.equal(['cc-start-call-request']);
    expect(sent()).to.deep.equal({ medium: 'video' });
    expect(media.snapshot.camera.state).to.equal('on');
  });

  it('starts an audio call, asking for no camera (LNK-19)', async () => {
    const { button, permissions, sent, redeemed } = await setup();
    button('Start audio call').click();
    await redeemed();
    expect(permissions.asked).to.deep.equal(['audio']);
    expect(sent()).to.deep.equal({ medium: 'audio' });
  });

  it('offers sound alone, and asks for no camera, where the link allows no other (LNK-19)', async () => {
    const { button, root, permissions, sent, redeemed, words } = await setup({ view: { media: 'audio' } });
    expect(words()).not.to.contain('Start video call');
    expect(root.querySelector('cc-media-permission')?.kinds).to.equal('audio');
    button('Start audio call').click();
    await redeemed();
    expect(permissions.asked).to.deep.equal(['audio']);
    expect(sent()).to.deep.equal({ medium: 'audio' });
  });

  it('shows no camera anywhere on a link by sound only: no toggle, no choice of a device (LNK-19)', async () => {
    const { root, says, words } = await setup({ microphone: 'granted', view: { media: 'audio' } });
    await says('Say something');
    expect(words()).not.to.match(/camera/i);
    expect([...root.querySelectorAll('button')].map((one) => one.ariaLabel ?? wordsOf(one))).to.deep.equal([
      'Start muted',
      'Start audio call',
    ]);
    expect(root.querySelector('cc-device-settings')?.kinds).to.equal('microphone speaker');
  });

  it('welcomes in the company’s words for the language of the page', async () => {
    const { words } = await setup({ view: { texts: { en: { welcome: 'Meter readings, questions, moves.' } } } });
    expect(words()).to.contain('Meter readings, questions, moves. Customer support answers your call.');
  });

  it('starts muted where the link says so, and as the customer chooses then', async () => {
    const initialOptions = { muted: true, cameraOff: false, camera: 'front' } as const;
    const muted = await setup({ ...granted, view: { initialOptions } });
    await muted.says('You start muted.');
    muted.button('Start audio call').click();
    await muted.redeemed();
    expect(muted.world.memory.read()?.muted).to.equal(true);

    const heard = await setup({ ...granted, view: { initialOptions } });
    await heard.says('You start muted.');
    heard.button('Start unmuted').click();
    await heard.says('Say something');
    heard.button('Start audio call').click();
    await heard.redeemed();
    expect(heard.world.memory.read()?.muted).to.equal(false);
  });

  it('starts nobody muted who could not unmute in the call', async () => {
    const callOptions = {
      mute: false,
      camera: true,
      switchCamera: true,
      screenShare: true,
      chat: true,
      settings: true,
    };
    const initialOptions = { muted: true, cameraOff: false, camera: 'front' } as const;
    const { button, says, redeemed, world } = await setup({ ...granted, view: { initialOptions, callOptions } });
    await says('Say something');
    expect(() => button('Start unmuted')).to.throw();
    button('Start audio call').click();
    await redeemed();
    expect(world.memory.read()?.muted).to.equal(false);
  });

  it('asks for no camera where the link starts without, and lets one turn it on', async () => {
    const initialOptions = { muted: false, cameraOff: true, camera: 'front' } as const;
    const { button, says, redeemed, world, permissions, sent } = await setup({ ...granted, view: { initialOptions } });
    await says('Camera is off');
    expect(permissions.asked).to.deep.equal(['audio']);
    button('Start video call').click();
    await redeemed();
    expect(sent()).to.deep.equal({ medium: 'video' });
    expect(world.memory.read()?.cameraOff).to.equal(true);

    const seen = await setup({ ...granted, view: { initialOptions } });
    await seen.says('Camera is off');
    seen.button('Turn camera on').click();
    await waitUntil(() => seen.media.snapshot.camera.state === 'on');
    seen.button('Start video call').click();
    await seen.redeemed();
    expect(seen.world.memory.read()?.cameraOff).to.equal(false);
  });

  it('wishes for the camera that the link names', async () => {
    const view = { initialOptions: { muted: false, cameraOff: false, camera: 'back' } } as const;
    expect((await setup({ view })).media.facing).to.equal('environment');
    expect((await setup()).media.facing).to.equal(null);
  });

  it('offers a video call alone where the link allows no other', async () => {
    const { button, words, sent, redeemed } = await setup({ ...granted, view: { media: 'video' } });
    expect(words()).not.to.contain('Start audio call');
    button('Start video call').click();
    await redeemed();
    expect(sent()).to.deep.equal({ medium: 'video' });
  });

  it('starts nothing before the customer has agreed, where the link asks them to', async () => {
    const { button, root, says, sent, redeemed, world } = await setup({ ...granted, view: { consent: 'ask' } });
    const box = root.querySelector<HTMLInputElement>('#consent')!;
    button('Start audio call').click();
    await says('Agree first, so that the call may start.');
    expect(root.activeElement).to.equal(box);
    expect(world.session.snapshot.pending).to.equal(null);
    box.click();
    button('Start audio call').click();
    await redeemed();
    expect(sent()).to.deep.equal({ medium: 'audio', consent: true });
  });

  it('tells of recording in the company’s words, in the language of the page', async () => {
    const texts = { en: { consent: 'We record calls to train our staff.' }, de: { consent: 'Wir zeichnen auf.' } };
    const { words, root } = await setup({ ...granted, view: { consent: 'notice', texts } });
    expect(words()).to.contain('We record calls to train our staff.');
    expect(root.querySelector('#consent')).to.equal(null);
  });

  it('starts by keyboard', async () => {
    const { button, redeemed } = await setup(granted);
    button('Start audio call').focus();
    await sendKeys({ press: 'Enter' });
    await redeemed();
  });

  it('starts nothing when a host cancels', async () => {
    const { button, provider, says, world } = await setup(granted);
    await says('Say something');
    provider.addEventListener('cc-start-call-request', (event) => event.preventDefault());
    button('Start audio call').click();
    expect(world.session.snapshot.pending).to.equal(null);
  });

  it('never starts a call by itself, whatever the devices do', async () => {
    const { says, world, permissions } = await setup({ ...granted, cameraFails: 'NotFoundError' });
    await says('Your camera cannot be used just now. You can start without it.');
    expect(permissions.asked).to.deep.equal(['audio video', 'audio']);
    expect(world.server.asked).to.deep.equal(['GET join']);
  });

  it('joins without a camera when there is none, after saying so (E-26)', async () => {
    const { says, button, redeemed, sent, world } = await setup({ cameraFails: 'NotFoundError' });
    button('Start video call').click();
    await says('You can start without it');
    expect(world.session.snapshot.call).to.equal(null);
    button('Start without camera').click();
    await redeemed();
    expect(sent()).to.deep.equal({ medium: 'video' });
    expect(world.room.asked).not.to.include('camera on');
  });

  it('joins with the camera off that was switched off', async () => {
    const { says, button, redeemed, element, media, world } = await setup(granted);
    await says('Say something');
    button('Turn camera off').click();
    await elementUpdated(element);
    expect(media.snapshot.camera.state).to.equal('off');
    await says('Camera is off');
    button('Start video call').click();
    await redeemed();
    expect(world.room.asked).not.to.include('camera on');
  });

  it('switches the camera on again', async () => {
    const { says, button, media, element } = await setup(granted);
    await says('Say something');
    button('Turn camera off').click();
    await elementUpdated(element);
    button('Turn camera on').click();
    await waitUntil(() => media.snapshot.camera.state === 'on');
  });

  it('says so when the camera does not come', async () => {
    const { says, button, element } = await setup({ ...granted, devices: { camera: 'NotReadableError' } });
    await says('Say something');
    button('Turn camera off').click();
    await elementUpdated(element);
    button('Turn camera on').click();
    await says('Your camera cannot be used just now');
  });

  it('shows the way back when the microphone is blocked, and lets one listen (E-26)', async () => {
    const { says, button, root, redeemed, sent, world } = await setup({ microphoneFails: 'NotAllowedError' });
    button('Start audio call').click();
    await says('You hear the other side, and nobody hears you.');
    const permission = root.querySelector('cc-media-permission');
    expect(permission?.state).to.equal('permission-denied');
    expect(wordsOf(permission?.renderRoot)).to.contain('Your microphone is blocked by the browser.');
    expect(world.session.snapshot.call, 'nothing was started').to.equal(null);
    button('Join without a microphone').click();
    await redeemed();
    expect(sent()).to.deep.equal({ medium: 'audio' });
    expect(world.media.snapshot.microphone.state).to.equal('off');
  });

  for (const [failure, words] of [
    ['NotFoundError', 'No microphone was found.'],
    ['NotReadableError', 'Your microphone is in use by another program.'],
  ] as const)
    it(`says of ${failure}: "${words}" (E-26)`, async () => {
      const { says, button, root } = await setup({ microphoneFails: failure });
      button('Start audio call').click();
      await says('Join without a microphone');
      expect(wordsOf(root.querySelector('cc-media-permission')?.renderRoot)).to.contain(words);
    });

  for (const [place, where, words] of [
    ['inside of an app', { hasDevices: false, inApp: true }, 'outside of the app'],
    ['on a page without https', { hasDevices: false, secure: false }, 'https://'],
    ['in a browser without calls', { hasDevices: false }, 'Open this link in Safari'],
  ] as const)
    it(`shows the way to another browser ${place}, before it asks, and lets one listen all the same (E-25)`, async () => {
      const { says, root, permissions, button, redeemed, sent } = await setup({ where });
      await says('Join without a microphone');
      expect(wordsOf(root.querySelector('cc-media-permission')?.renderRoot)).to.contain(words);
      await customElements.whenDefined('cc-open-elsewhere');
      const elsewhere = root.querySelector('cc-media-permission > cc-open-elsewhere');
      await waitUntil(() => elsewhere?.shadowRoot?.querySelector('button') !== null, 'offers the link', patient);
      expect(permissions.asked).to.deep.equal([]);
      // Nothing is offered that cannot work here.
      const offered = [...root.querySelectorAll('.start button')].map(wordsOf);
      expect(offered).to.deep.equal(['Join without a microphone']);
      button('Join without a microphone').click();
      await redeemed();
      expect(sent()).to.deep.equal({ medium: 'audio' });
    });

  it('shows no other way where this browser can be allowed (E-26)', async () => {
    const { says, root, button } = await setup({ microphoneFails: 'NotAllowedError' });
    button('Start audio call').click();
    await says('Join without a microphone');
    expect(root.querySelector('cc-open-elsewhere')).to.equal(null);
  });

  it('asks for a name where the link has none, and starts nothing without one', async () => {
    const { button, root, words, element, redeemed, sent, says } = await setup({
      ...granted,
      view: { displayName: null },
    });
    await says('Say something');
    button('Start audio call').click();
    await elementUpdated(element);
    expect(words()).to.contain('Enter your name');
    const input = root.querySelector<HTMLInputElement>('#name')!;
    expect(root.activeElement).to.equal(input);
    expect(input.getAttribute('aria-invalid')).to.equal('true');
    input.value = '  Žana Šarić ';
    input.dispatchEvent(new Event('input'));
    button('Start audio call').click();
    await redeemed();
    expect(sent()).to.deep.equal({ medium: 'audio', displayName: 'Žana Šarić' });
  });

  it('refuses a name that cannot be shown', async () => {
    const { button, root, words, element } = await setup({ ...granted, view: { displayName: null } });
    root.querySelector<HTMLInputElement>('#name')!.value = 'A‮B';
    button('Start audio call').click();
    await elementUpdated(element);
    expect(words()).to.contain('Use letters and spaces');
  });

  for (const [code, words] of [
    ['media_unavailable', 'The service for calls is starting up.'],
    ['rate_limited', 'There were too many tries.'],
    ['internal', 'The call could not be started.'],
  ] as const)
    it(`says why a call did not start: ${code}`, async () => {
      const { button, world, says } = await setup(granted);
      await says('Say something');
      world.server.refuse.set('join', code);
      button('Start audio call').click();
      await says(words);
    });

  it('fetches what a call needs on the first sign that one is wanted', async () => {
    const { world, button } = await setup();
    expect(world.preloads).to.equal(0);
    button('Start audio call').focus();
    expect(world.preloads).to.be.at.least(1);
  });

  it('fits a phone of 390 × 700 without scrolling', async () => {
    const { root, says, element } = await setup(granted);
    await says('Say something');
    element.style.inlineSize = '390px';
    expect(root.querySelector('.column')?.getBoundingClientRect().height).to.be.at.most(700);
  });

  it('is accessible before, with, and without devices', async () => {
    await expect((await setup()).element).to.be.accessible();
    const ready = await setup({ ...granted, view: { displayName: null } });
    await ready.says('Say something');
    await expect(ready.element).to.be.accessible();
    const blocked = await setup({ microphoneFails: 'NotAllowedError' });
    blocked.button('Start audio call').click();
    await blocked.says('Join without a microphone');
    await expect(blocked.element).to.be.accessible();
  }).timeout(30_000);
});
