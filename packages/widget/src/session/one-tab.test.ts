import { expect } from '@open-wc/testing';
import { OneTab, type OneTabHost } from './one-tab.js';

let names = 0;
const nextName = () => `one-tab-test-${names++}`;
/** The real browser, with or without Web Locks. */
const hosts: Readonly<Record<string, OneTabHost>> = {
  'with Web Locks': { locks: navigator.locks, channel: (name) => new BroadcastChannel(name) },
  'without Web Locks': { locks: undefined, channel: (name) => new BroadcastChannel(name) },
};
const silent: OneTabHost['channel'] = () => ({ postMessage: () => undefined, close: () => undefined, onmessage: null });

const tab = (name: string, host: OneTabHost) => {
  let told = () => undefined as void;
  const lost = new Promise<void>((resolve) => (told = resolve));
  let times = 0;
  const one = new OneTab(name, () => (times++, told()), host);
  return { one, lost, times: () => times };
};

for (const [title, host] of Object.entries(hosts))
  describe(`a call in one tab, ${title} (E-14)`, () => {
    it('moves to the tab that takes it last, and the one before is told once', async () => {
      const name = nextName();
      const [older, newer] = [tab(name, host), tab(name, host)];
      older.one.take();
      newer.one.take();
      await older.lost;
      older.one.take();
      await newer.lost;
      expect([older.times(), newer.times()]).to.deep.equal([1, 1]);
      older.one.release();
    });

    it('is let go without a word', async () => {
      const name = nextName();
      const [older, newer] = [tab(name, host), tab(name, host)];
      older.one.take();
      older.one.release();
      newer.one.take();
      const third = tab(name, host);
      third.one.take();
      await newer.lost;
      expect(older.times()).to.equal(0);
      third.one.release();
    });

    it('may be taken twice by the tab that has it', async () => {
      const name = nextName();
      const [one, other] = [tab(name, host), tab(name, host)];
      one.one.take();
      one.one.take();
      other.one.take();
      await one.lost;
      expect(one.times()).to.equal(1);
      other.one.release();
    });
  });

describe('a call in one tab', () => {
  it('is lost by the lock alone, when no message arrives', async () => {
    const name = nextName();
    const deaf: OneTabHost = { locks: navigator.locks, channel: silent };
    const [older, newer] = [tab(name, deaf), tab(name, deaf)];
    older.one.take();
    await navigator.locks.query();
    newer.one.take();
    await older.lost;
    newer.one.release();
  });

  for (const [title, channel] of [
    ['no locks', silent],
    [
      'neither locks nor messages',
      () => {
        throw new DOMException('The operation is insecure.', 'SecurityError');
      },
    ],
  ] as const)
    it(`is kept where the browser may keep nothing, and so gives ${title} (F47)`, async () => {
      const refused = Promise.reject(new DOMException('The request was denied.', 'SecurityError'));
      const { one, times } = tab(nextName(), { locks: { request: () => refused }, channel });
      one.take();
      await refused.catch(() => undefined);
      await Promise.resolve();
      expect(times()).to.equal(0);
      one.release();
    });

  it('of another link is left alone', async () => {
    const [mine, other] = [tab(nextName(), hosts['with Web Locks']!), tab(nextName(), hosts['with Web Locks']!)];
    mine.one.take();
    other.one.take();
    await navigator.locks.query();
    expect(mine.times()).to.equal(0);
    mine.one.release();
    other.one.release();
  });
});
