import { expect } from '@open-wc/testing';
import { MockDesk } from '../adapter/mock-desk.js';
import { MockProblem } from '../adapter/mock-script.js';
import { DeskFeed } from './desk-feed.js';
import type { DeskFollower, DeskSessionPort } from './desk-port.js';

/** A feed over a mock desk, with the log of what it tells. */
function setup(change: Partial<DeskSessionPort> = {}) {
  const desk = new MockDesk({ now: () => 1_000 });
  const log: string[] = [];
  let heard = () => undefined as void;
  const note = (entry: string) => {
    log.push(entry);
    heard();
  };
  const feed = new DeskFeed(
    { ...desk.session, ...change },
    {
      snapshot: ({ position }) => note(`snapshot ${position}`),
      event: ({ type }) => note(`event ${type}`),
      clock: (serverNow) => note(`clock ${serverNow}`),
      connection: (connection) => note(connection),
    },
  );
  const until = (entry: string) =>
    new Promise<void>((done) => {
      heard = () => void (log.includes(entry) && done());
      heard();
    });
  return { desk, feed, log, until };
}

describe('following the server', () => {
  it('reads the snapshot, then the stream from there', async () => {
    const { desk, feed, log, until } = setup();
    feed.start();
    await until('live');
    expect(log).to.deep.equal(['clock 1000', 'snapshot 0', 'live']);
    desk.world.ring();
    expect(log.slice(3)).to.deep.equal(['event conversation', 'event agent', 'event offer']);
    feed.stop();
  });

  it('hears nothing after it has stopped', async () => {
    const { desk, feed, log, until } = setup();
    feed.start();
    await until('live');
    feed.stop();
    log.length = 0;
    desk.world.ring();
    expect(log).to.deep.equal([]);
  });

  it('drops an answer that comes after it has stopped', async () => {
    const { desk, feed, log } = setup();
    feed.start();
    feed.stop();
    await desk.session.state();
    expect(log).to.deep.equal([]);
  });

  it('reads the snapshot again when a gap cannot be replayed', async () => {
    let follower: DeskFollower | undefined;
    const { feed, log, until } = setup({
      follow: (_position, given) => {
        follower = given;
        return () => undefined;
      },
    });
    feed.start();
    await until('snapshot 0');
    log.length = 0;
    follower?.reset();
    await until('snapshot 0');
    feed.stop();
  });

  it('says that the stream is open again, and is present at once', async () => {
    let present = 0;
    const { desk, feed, log, until } = setup({ presence: () => (present++, Promise.resolve()) });
    feed.start();
    await until('live');
    expect(present).to.equal(2);
    desk.world.setConnected(false);
    expect(log.at(-1)).to.equal('reconnecting');
    desk.world.setConnected(true);
    expect(log.at(-1)).to.equal('live');
    expect(present).to.equal(3);
    feed.stop();
  });

  it('tries again by itself when the server does not answer', async () => {
    const { desk, feed, log, until } = setup();
    desk.refuseNext = new MockProblem('internal');
    feed.start();
    await until('live');
    expect(log[0]).to.equal('reconnecting');
    feed.stop();
  });

  it('does not try again when the host token is refused', async () => {
    const { desk, feed, log, until } = setup();
    desk.refuseNext = new MockProblem('unauthenticated');
    feed.start();
    await until('refused');
    expect(log).to.deep.equal(['refused']);
    feed.stop();
  });
});
