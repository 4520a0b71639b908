import { expect } from '@open-wc/testing';
import { Ringer } from './ringer.js';
import { anOffer } from '../testing/desk-fixtures.js';

/** A ringer whose sound is started by hand. */
function setup({ now = 0, allowed = (): boolean => true } = {}) {
  const log: string[] = [];
  const starts: ((plays: boolean) => void)[] = [];
  const ringer = new Ringer({
    sound: {
      start: () => {
        log.push('start');
        return new Promise((resolve) => starts.push(resolve));
      },
      stop: () => void log.push('stop'),
      check: () => Promise.resolve(allowed()),
      close: () => void log.push('close'),
    },
    blocked: (blocked) => void log.push(blocked ? 'blocked' : 'plays'),
    now: () => now,
  });
  /** The browser has started the sound, or has refused to. */
  const loaded = async (plays = true) => {
    starts.shift()?.(plays);
    await Promise.resolve();
    await Promise.resolve();
  };
  return { ringer, log, loaded };
}

describe('ringing', () => {
  it('sounds for an offer (RCV-7)', async () => {
    const { ringer, log, loaded } = setup();
    ringer.ringFor(anOffer());
    await loaded();
    expect(log).to.deep.equal(['start', 'plays']);
    ringer.ringFor(null);
  });

  it('rings once for one offer, however often it is told', () => {
    const { ringer, log } = setup();
    ringer.ringFor(anOffer());
    ringer.ringFor(anOffer());
    expect(log.filter((entry) => entry === 'start')).to.have.length(1);
    ringer.ringFor(null);
  });

  it('stops at once', async () => {
    const { ringer, log, loaded } = setup();
    ringer.ringFor(anOffer());
    await loaded();
    log.length = 0;
    ringer.ringFor(null);
    expect(log).to.deep.equal(['stop']);
  });

  it('does not ring on when the caller leaves while the sound still loads (E-04)', async () => {
    const { ringer, log, loaded } = setup();
    ringer.ringFor(anOffer());
    ringer.ringFor(null);
    log.length = 0;
    await loaded();
    expect(log).to.deep.equal(['stop']);
  });

  it('does not silence the next offer when the sound of the last one loads late', async () => {
    const { ringer, log, loaded } = setup();
    ringer.ringFor(anOffer({ id: 'off_1' }));
    ringer.ringFor(anOffer({ id: 'off_2' }));
    log.length = 0;
    await loaded();
    expect(log).to.deep.equal([]);
    ringer.ringFor(null);
  });

  it('says when the browser plays nothing (E-06)', async () => {
    const { ringer, log, loaded } = setup();
    ringer.ringFor(anOffer());
    await loaded(false);
    expect(log.at(-1)).to.equal('blocked');
    ringer.ringFor(null);
  });

  it('is silent for an offer whose time is over', () => {
    const { ringer, log } = setup({ now: 30_000 });
    ringer.ringFor(anOffer({ expiresAt: 30_000 }));
    expect(log).to.deep.equal([]);
  });

  it('falls silent by itself at the end of the time, also when nothing is heard of the server', async () => {
    const log: string[] = [];
    await new Promise<void>((done) => {
      const sound = {
        start: () => Promise.resolve(true),
        stop: () => (log.push('stop'), done()),
        check: () => Promise.resolve(true),
        close: () => undefined,
      };
      const ringer = new Ringer({ sound, blocked: () => undefined, now: () => 29_999 });
      ringer.ringFor(anOffer({ expiresAt: 30_000 }));
    });
    expect(log).to.deep.equal(['stop']);
  });

  it('asks for one gesture when it is opened, and says when it has come (E-06)', async () => {
    let may = false;
    const { ringer, log } = setup({ allowed: () => may });
    ringer.open();
    await settled();
    expect(log).to.deep.equal(['blocked']);
    may = true;
    window.dispatchEvent(new Event('pointerup'));
    await settled();
    window.dispatchEvent(new Event('pointerup'));
    await settled();
    expect(log).to.deep.equal(['blocked', 'plays']);
    ringer.close();
  });

  it('falls silent and gives the loudspeaker back when it is closed', async () => {
    const { ringer, log, loaded } = setup();
    ringer.open();
    ringer.ringFor(anOffer());
    await loaded();
    log.length = 0;
    ringer.close();
    expect(log).to.deep.equal(['stop', 'close']);
  });
});

/** Lets promises that are settled already run on. */
const settled = () => new Promise<void>((resolve) => setTimeout(resolve));
