import { expect } from '@open-wc/testing';
import { OneTab, type TabLocks } from './one-tab.js';

let names = 0;
const nextName = () => `one-tab-test-${names++}`;

const tab = (name: string, ...locks: [TabLocks?]) => {
  let told = () => undefined as void;
  const lost = new Promise<void>((resolve) => (told = resolve));
  let times = 0;
  const one = new OneTab(name, () => (times++, told()), ...locks);
  return { one, lost, times: () => times };
};
/** Behind every lock that was asked for so far, and behind what each of them told. */
const settled = async (name: string) => {
  await navigator.locks.request(name, { ifAvailable: true }, () => undefined);
  await navigator.locks.query();
};

describe('a call in one tab (E-14)', () => {
  it('moves to the tab that takes it last, and the one before is told once', async () => {
    const name = nextName();
    const [older, newer] = [tab(name), tab(name)];
    older.one.take();
    newer.one.take();
    await older.lost;
    older.one.take();
    await newer.lost;
    await settled(name);
    expect([older.times(), newer.times()]).to.deep.equal([1, 1]);
    older.one.release();
  });

  it('is kept by exactly one of the tabs that take it at once', async () => {
    const name = nextName();
    const tabs = Array.from({ length: 8 }, () => tab(name));
    for (const { one } of tabs) one.take();
    await Promise.all(tabs.slice(0, -1).map(({ lost }) => lost));
    await settled(name);
    expect(tabs.map(({ times }) => times())).to.deep.equal([1, 1, 1, 1, 1, 1, 1, 0]);
    tabs.at(-1)!.one.release();
  });

  it('is let go without a word', async () => {
    const name = nextName();
    const [older, newer, third] = [tab(name), tab(name), tab(name)];
    older.one.take();
    older.one.release();
    newer.one.take();
    third.one.take();
    await newer.lost;
    expect(older.times()).to.equal(0);
    third.one.release();
  });

  for (const [title, given] of [
    ['once the browser has given it', settled],
    ['before the browser has given it', () => Promise.resolve()],
  ] as const)
    it(`leaves no lock behind when it is let go ${title}`, async () => {
      const name = nextName();
      const { one } = tab(name);
      one.take();
      await given(name);
      one.release();
      await navigator.locks.request(name, () => undefined);
    });

  it('may be taken twice by the tab that has it', async () => {
    const name = nextName();
    const [one, other] = [tab(name), tab(name)];
    one.one.take();
    one.one.take();
    await settled(name);
    one.one.take();
    await settled(name);
    expect(one.times()).to.equal(0);
    other.one.take();
    await one.lost;
    expect(one.times()).to.equal(1);
    other.one.release();
  });

  it('of another link is left alone', async () => {
    const name = nextName();
    const [mine, other] = [tab(name), tab(nextName())];
    mine.one.take();
    other.one.take();
    await settled(name);
    expect(mine.times()).to.equal(0);
    mine.one.release();
    other.one.release();
  });

  it('that was let go just before it is stolen is lost without a word', async () => {
    let steal: (reason: DOMException) => void;
    const stolen = new Promise<void>((_, reject) => (steal = reject));
    const { one, times } = tab(nextName(), { request: () => stolen });
    one.take();
    one.release();
    steal!(new DOMException('The lock was stolen.', 'AbortError'));
    await stolen.catch(() => undefined);
    await Promise.resolve();
    expect(times()).to.equal(0);
  });

  it('is kept where the browser refuses locks, as it may keep nothing (F47)', async () => {
    const refused = Promise.reject(new DOMException('The request was denied.', 'SecurityError'));
    const { one, times } = tab(nextName(), { request: () => refused });
    one.take();
    await refused.catch(() => undefined);
    await Promise.resolve();
    expect(times()).to.equal(0);
    one.release();
  });

  it('is kept on an insecure page, which has no locks (F47)', () => {
    const { one, times } = tab(nextName(), null);
    one.take();
    one.take();
    one.release();
    expect(times()).to.equal(0);
  });
});
