import type { WaitingSound } from '@carillon/contract';
import { expect } from '@open-wc/testing';
import type { ReactiveController } from 'lit';
import { SilentSound } from '../testing/silent-sound.js';
import { SoundSwitch, type SoundHost } from './sound-switch.js';

/** An element that is updated when a test says so. */
class Host implements SoundHost {
  silent = false;
  readonly sound: SilentSound;
  readonly controllers: ReactiveController[] = [];
  readonly updateComplete = Promise.resolve(true);
  asked = 0;

  constructor(plays = true) {
    this.sound = new SilentSound(plays);
  }

  addController(controller: ReactiveController): void {
    this.controllers.push(controller);
  }

  removeController(): void {}

  requestUpdate(): void {
    this.asked++;
  }

  update(): void {
    for (const controller of this.controllers) controller.hostUpdated?.();
  }

  disconnect(): void {
    for (const controller of this.controllers) controller.hostDisconnected?.();
  }
}

function setup({ plays = true }: { plays?: boolean } = {}) {
  const host = new Host(plays);
  const now: { sound: WaitingSound | null } = { sound: 'music' };
  const toggle = new SoundSwitch(host, () => now.sound);
  host.update();
  return { host, now, toggle, told: host.sound.told };
}

describe('the switch of a sound', () => {
  it('plays what is wanted, once', () => {
    const { host, told, toggle } = setup();
    host.update();
    expect(told).to.eql(['start music']);
    expect([toggle.wanted, toggle.audible]).to.eql(['music', true]);
  });

  it('changes with what is wanted, and stops for nothing', () => {
    const { host, now, told, toggle } = setup();
    now.sound = 'ringing';
    host.update();
    now.sound = 'none';
    host.update();
    expect(told).to.eql(['start music', 'start ringing', 'stop']);
    expect([toggle.wanted, toggle.audible]).to.eql([null, false]);
  });

  it('is off and on again as the person wants', () => {
    const { host, told, toggle } = setup();
    toggle.toggle();
    host.update();
    expect([host.silent, toggle.audible, toggle.wanted]).to.eql([true, false, 'music']);
    toggle.toggle();
    host.update();
    expect(told).to.eql(['start music', 'stop', 'start music']);
  });

  it('stands on off where the browser plays nothing, and its press is the gesture', async () => {
    const { host, told, toggle } = setup({ plays: false });
    await host.updateComplete;
    expect([toggle.audible, host.silent]).to.eql([false, false]);
    host.sound.plays = true;
    toggle.toggle();
    host.update();
    await host.updateComplete;
    expect(told).to.eql(['start music', 'stop', 'start music']);
    expect(toggle.audible).to.equal(true);
  });

  it('is silent once its element is gone', () => {
    const { host, told } = setup();
    host.disconnect();
    expect(told).to.eql(['start music', 'stop']);
  });
});
