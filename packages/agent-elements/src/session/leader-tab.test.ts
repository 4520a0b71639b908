import { expect } from '@open-wc/testing';
import { LeaderTab, type LeaderTabEvents, type LeaderTabHost } from './leader-tab.js';

/** Tabs of one browser: real locks and channels, in one page. */
const tab = (name: string, host?: LeaderTabHost) => {
  const log: string[] = [];
  const waiting: { readonly entry: string; readonly done: () => void }[] = [];
  const note = (entry: string) => {
    log.push(entry);
    for (const one of waiting.filter((wait) => wait.entry === entry)) one.done();
  };
  const events: LeaderTabEvents<string> = {
    lead: () => note('lead'),
    follow: () => note('follow'),
    news: (news) => note(`news ${news}`),
  };
  const leader = new LeaderTab<string>(name, events, host);
  /** Resolves once the entry has been logged. */
  const until = (entry: string) =>
    log.includes(entry) ? Promise.resolve() : new Promise<void>((done) => waiting.push({ entry, done }));
  return { leader, log, until };
};

let count = 0;
const fresh = () => `test-${++count}`;

describe('one leading tab among many', () => {
  it('lets the first tab lead and the second follow', async () => {
    const name = fresh();
    const [first, second] = [tab(name), tab(name)];
    first.leader.start();
    await first.until('lead');
    second.leader.start();
    await second.until('follow');
    expect(first.log).to.deep.equal(['lead']);
    first.leader.stop();
    second.leader.stop();
  });

  it('hands over when the leader closes', async () => {
    const name = fresh();
    const [first, second] = [tab(name), tab(name)];
    first.leader.start();
    await first.until('lead');
    second.leader.start();
    await second.until('follow');
    first.leader.stop();
    await second.until('lead');
    expect(first.log).to.deep.equal(['lead']);
    second.leader.stop();
  });

  it('takes over at once, and takes it back again', async () => {
    const name = fresh();
    const [first, second] = [tab(name), tab(name)];
    first.leader.start();
    await first.until('lead');
    second.leader.start();
    await second.until('follow');
    const begun = performance.now();
    second.leader.takeOver();
    await Promise.all([second.until('lead'), first.until('follow')]);
    expect(performance.now() - begun).to.be.lessThan(2_000);
    first.log.length = 0;
    first.leader.takeOver();
    await first.until('lead');
    first.leader.stop();
    second.leader.stop();
  });

  it('tells a new tab what it knows, and every change after that', async () => {
    const name = fresh();
    const [first, second] = [tab(name), tab(name)];
    first.leader.start();
    await first.until('lead');
    first.leader.tell('one');
    second.leader.start();
    await second.until('news one');
    first.leader.tell('two');
    await second.until('news two');
    first.leader.stop();
    second.leader.stop();
  });

  it('does not tell while it follows', async () => {
    const name = fresh();
    const [first, second] = [tab(name), tab(name)];
    first.leader.start();
    await first.until('lead');
    second.leader.start();
    await second.until('follow');
    second.leader.tell('stale');
    first.leader.tell('true');
    await second.until('news true');
    expect(first.log).to.deep.equal(['lead']);
    first.leader.stop();
    second.leader.stop();
  });

  it('leads alone where the browser has no locks', () => {
    const log: string[] = [];
    const leader = new LeaderTab<string>(
      fresh(),
      { lead: () => log.push('lead'), follow: () => log.push('follow'), news: () => undefined },
      { locks: undefined, channel: (name) => new BroadcastChannel(name) },
    );
    leader.start();
    expect(log).to.deep.equal(['lead']);
    leader.stop();
  });

  for (const [title, channel] of [
    ['no locks', (name: string) => new BroadcastChannel(name)],
    [
      'neither locks nor messages',
      () => {
        throw new DOMException('The operation is insecure.', 'SecurityError');
      },
    ],
  ] as const)
    it(`leads where the browser may keep nothing, and so gives ${title}, asking once (F47)`, async () => {
      let asked = 0;
      const request = () => {
        asked++;
        return Promise.reject(new DOMException('The request was denied.', 'SecurityError'));
      };
      const { leader, log, until } = tab(fresh(), { locks: { request } as unknown as LockManager, channel });
      leader.start();
      await until('lead');
      leader.tell('heard by nobody');
      expect([log, asked]).to.deep.equal([['lead'], 1]);
      leader.stop();
    });

  it('never leads after it was stopped', async () => {
    const name = fresh();
    const [first, second] = [tab(name), tab(name)];
    first.leader.start();
    await first.until('lead');
    second.leader.start();
    await second.until('follow');
    second.leader.stop();
    first.leader.stop();
    await navigator.locks.request(name, () => undefined);
    expect(second.log).to.deep.equal(['follow']);
  });
});
