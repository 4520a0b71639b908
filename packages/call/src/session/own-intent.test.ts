import { expect } from '@open-wc/testing';
import { memoryStorage } from '../media/testing/fake-media-devices.js';
import type { CallIntent } from './call-memory.js';
import type { CallRecord } from './call-snapshot.js';
import { OwnIntent } from './own-intent.js';
import { makeRecord } from './testing/call-world.js';

const open = { isolated: false, except: null };
const clear = { videoPaused: false, screen: null };

function setup(first: Partial<CallIntent> = {}, { storage = memoryStorage(), listenOnly = false } = {}) {
  const intent = new OwnIntent({ storage, first, listenOnly });
  return { intent, storage, again: () => setup({}, { storage }) };
}
const inCall = (change: Partial<CallRecord> = {}) => makeRecord({ medium: 'video', ...change });

describe('what a person wants of themselves in a call', () => {
  it('is nothing before the first record', () => {
    const { intent } = setup();
    expect(intent.wanted(inCall(), open, clear)).to.equal(null);
  });

  for (const [medium, camera] of [
    ['video', true],
    ['audio', false],
  ] as const)
    it(`is to be heard${camera ? ' and seen' : ''} in a call by ${medium}, where nothing was chosen (CTL-1)`, () => {
      const { intent } = setup();
      const record = inCall({ medium });
      intent.follow(record);
      expect(intent.wanted(record, open, clear)).to.eql({ microphone: 'on', camera, screen: null });
    });

  it('is what was chosen before the call', () => {
    const { intent } = setup({ muted: true, camera: false });
    intent.follow(inCall());
    expect(intent.wanted(inCall(), open, clear)).to.include({ microphone: 'muted', camera: false });
  });

  it('outlives a reload, also where nothing was chosen since, and is forgotten with the call', () => {
    const { intent, storage, again } = setup({ muted: true });
    intent.follow(inCall());
    const reloaded = again().intent;
    reloaded.follow(inCall());
    expect(reloaded.wanted(inCall(), open, clear)?.microphone).to.equal('muted');
    reloaded.want({ camera: false }, 'cal_1');
    const twice = again().intent;
    twice.follow(inCall());
    expect(twice.wanted(inCall(), open, clear)).to.include({ microphone: 'muted', camera: false });
    twice.follow(inCall({ state: 'ended' }));
    expect(storage.getItem('carillon:call:cal_1')).to.equal(null);
  });

  it('stands as it was chosen when more records come, in a browser that keeps nothing, too (F47)', () => {
    const intent = new OwnIntent({ storage: null, first: {}, listenOnly: false });
    intent.follow(inCall());
    intent.want({ muted: true }, 'cal_1');
    intent.follow(inCall({ version: 2 }));
    expect(intent.wanted(inCall(), open, clear)).to.include({ microphone: 'muted', camera: true });
  });

  for (const [state, microphone] of [
    ['connecting', 'on'],
    ['active', 'on'],
    ['consulting', 'on'],
    ['held', 'muted'],
    ['transferring', 'muted'],
    ['queued', 'muted'],
  ] as const)
    it(`is ${microphone === 'on' ? 'heard' : 'not heard'} while the call is ${state} (HLD-5)`, () => {
      const { intent } = setup();
      const record = inCall({ state });
      intent.follow(record);
      expect(intent.wanted(record, open, clear)?.microphone).to.equal(microphone);
    });

  it('is not heard while isolated, but by whoever is excepted (HLD-5)', () => {
    const { intent } = setup();
    intent.follow(inCall());
    expect(intent.wanted(inCall(), { isolated: true, except: null }, clear)?.microphone).to.equal('muted');
    expect(intent.wanted(inCall(), { isolated: true, except: 'agent:b' }, clear)?.microphone).to.equal('on');
  });

  it('is to be seen only in a call by video whose line bears it', () => {
    const { intent } = setup({ camera: true });
    intent.follow(inCall());
    expect(intent.wanted(inCall({ medium: 'audio' }), open, clear)?.camera).to.equal(false);
    expect(intent.wanted(inCall(), open, { ...clear, videoPaused: true })?.camera).to.equal(false);
    expect(intent.wanted(inCall(), open, clear)?.camera).to.equal(true);
  });

  it('opens no microphone of somebody who only listens, until they speak', () => {
    const { intent } = setup({}, { listenOnly: true });
    intent.follow(inCall());
    expect(intent.wanted(inCall(), open, clear)?.microphone).to.equal('none');
    intent.speak();
    expect(intent.wanted(inCall(), open, clear)?.microphone).to.equal('on');
  });

  it('knows of each device whether the person has withdrawn since', () => {
    const { intent } = setup();
    intent.want({ camera: false }, 'cal_1');
    const [microphone, camera] = [intent.watch('microphone'), intent.watch('camera')];
    expect([microphone(), camera()]).to.eql([false, false]);
    intent.want({ muted: true }, 'cal_1');
    expect([microphone(), camera()]).to.eql([true, false]);
    intent.want({ camera: true }, 'cal_1');
    expect([microphone(), camera()]).to.eql([true, false]);
    const later = intent.watch('microphone');
    intent.want({ muted: false }, 'cal_1');
    expect(later(), 'what is wished later counts').to.equal(false);
  });
});
