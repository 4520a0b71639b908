import { expect } from '@open-wc/testing';
import { FakeCall } from '../testing/fake-call.js';
import { offerMediaActions } from './media-actions.js';

/** A browser's media session that knows some actions. */
function setup(known: readonly string[] = ['togglemicrophone', 'togglecamera', 'hangup', 'enterpictureinpicture']) {
  const call = new FakeCall();
  const handlers = new Map<string, () => void>();
  const active: Record<string, boolean> = {};
  const asked: string[] = [];
  const media = {
    setActionHandler(action: string, handler: (() => void) | null) {
      if (!known.includes(action)) throw new TypeError(action);
      if (handler) handlers.set(action, handler);
      else handlers.delete(action);
    },
    setMicrophoneActive: (on: boolean) => void (active['microphone'] = on),
    setCameraActive: (on: boolean) => void (active['camera'] = on),
  };
  const wish = (name: string) => () => void asked.push(name);
  const wishes = {
    mute: wish('mute'),
    unmute: wish('unmute'),
    cameraOn: wish('cameraOn'),
    cameraOff: wish('cameraOff'),
    hangup: wish('hangup'),
  };
  const stop = offerMediaActions(call.session, wishes, wish('enter'), media);
  return { call, handlers, active, asked, stop, press: (action: string) => handlers.get(action)?.() };
}

describe('the buttons of browser and system', () => {
  it('mute, unmute, switch the camera, hang up and open the small window', () => {
    const { call, asked, press } = setup();
    press('togglemicrophone');
    press('togglecamera');
    call.set({ local: { microphone: 'muted', camera: 'none' } });
    press('togglemicrophone');
    press('togglecamera');
    press('hangup');
    press('enterpictureinpicture');
    expect(asked).to.eql(['mute', 'cameraOff', 'unmute', 'cameraOn', 'hangup', 'enter']);
  });

  it('know how things stand', () => {
    const { call, active } = setup();
    expect(active).to.eql({ microphone: true, camera: true });
    call.set({ local: { microphone: 'muted', camera: 'none' } });
    expect(active).to.eql({ microphone: false, camera: false });
  });

  it('change nothing on hold, but for the end', () => {
    const { call, asked, press } = setup();
    call.set({ phase: 'held' });
    for (const action of ['togglemicrophone', 'togglecamera', 'hangup']) press(action);
    expect(asked).to.eql(['hangup']);
  });

  it('are those the browser knows', () => {
    const { handlers } = setup(['hangup']);
    expect([...handlers.keys()]).to.eql(['hangup']);
  });

  it('are given back at the end of the call', () => {
    const { handlers, stop, call, active } = setup();
    stop();
    expect(handlers.size).to.equal(0);
    call.set({ local: { microphone: 'muted' } });
    expect(active['microphone']).to.equal(true);
  });
});
