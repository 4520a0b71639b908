import { expect } from '@open-wc/testing';
import { fakeMedia } from '../../testing/fake-devices.js';
import { joinView } from '../../testing/link-fixtures.js';
import { customerDevices } from './customer-devices.js';

const undecided = { cameraBlocked: false, mutes: null };
const options = (changes: { muted?: boolean; cameraOff?: boolean }) =>
  joinView({ initialOptions: { muted: false, cameraOff: false, camera: 'front', ...changes } });

describe('what a customer has before the call (LNK-19)', () => {
  it('is nothing before a link and its devices are known', () => {
    expect(customerDevices(null, null, undecided)).to.deep.equal({
      microphone: false,
      camera: false,
      looksAway: false,
      mayTurn: false,
      cameraFailed: false,
      audioOnly: false,
      startsUnseen: false,
      mayMute: true,
      muted: false,
    });
  });

  it('is what the devices say', async () => {
    const media = fakeMedia({ camera: 'NotFoundError' });
    await media.openMicrophone();
    await media.openCamera().catch(() => undefined);
    const found = customerDevices(joinView(), media, undecided);
    expect([found.microphone, found.camera, found.cameraFailed]).to.deep.equal([true, false, true]);
  });

  it('is a camera that failed also where only the browser said so', () => {
    expect(customerDevices(joinView(), null, { ...undecided, cameraBlocked: true }).cameraFailed).to.equal(true);
  });

  const turns = { mute: true, camera: true, switchCamera: true, screenShare: true, chat: true, settings: true };
  for (const [title, phone, switchCamera, mayTurn] of [
    ['of a phone, which has two', true, true, true],
    ['of a phone, where the link allows no other', true, false, false],
    ['on a desk, which does not say where it looks', false, true, false],
  ] as const)
    it(`${mayTurn ? 'turns' : 'does not turn'} the camera ${title}`, async () => {
      const media = fakeMedia({ phone });
      await media.openCamera();
      await media.refreshDevices();
      const view = joinView({ callOptions: { ...turns, switchCamera } });
      expect(customerDevices(view, media, undecided).mayTurn).to.equal(mayTurn);
    });

  for (const [title, view, unseen] of [
    ['by sound only', joinView({ media: 'audio' }), true],
    ['that starts without a camera', options({ cameraOff: true }), true],
    ['like any other', options({}), false],
  ] as const)
    it(`asks ${unseen ? 'no' : 'for a'} camera on a link ${title}`, () => {
      expect(customerDevices(view, null, undecided).startsUnseen).to.equal(unseen);
    });

  for (const [title, mutes, muted] of [
    ['as the link says', null, true],
    ['as the customer chose', false, false],
  ] as const)
    it(`starts muted ${title}`, () => {
      expect(customerDevices(options({ muted: true }), null, { ...undecided, mutes }).muted).to.equal(muted);
    });

  it('never starts muted who could not unmute', () => {
    const view = joinView({ callOptions: { ...turns, mute: false } });
    expect(customerDevices(view, null, { ...undecided, mutes: true }).muted).to.equal(false);
  });
});
