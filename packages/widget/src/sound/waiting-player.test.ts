import { expect } from '@open-wc/testing';
import { WaitingPlayer } from './waiting-player.js';

/** Counts the audio contexts of a test, and how they stand. */
function watchContexts() {
  const made: AudioContext[] = [];
  const Original = globalThis.AudioContext;
  globalThis.AudioContext = class extends Original {
    constructor() {
      super();
      made.push(this);
    }
  };
  const states = () => made.map(({ state }) => state);
  return { made, states, restore: () => (globalThis.AudioContext = Original) };
}

describe('a sound while waiting', () => {
  let contexts: ReturnType<typeof watchContexts>;
  beforeEach(() => (contexts = watchContexts()));
  afterEach(() => contexts.restore());

  it('plays until it is stopped', async () => {
    const player = new WaitingPlayer();
    expect(await player.start('ringing')).to.equal(true);
    expect(contexts.states()).to.deep.equal(['running']);
    player.stop();
    const [context] = contexts.made;
    if (context?.state !== 'closed') await new Promise((done) => context?.addEventListener('statechange', done));
    expect(contexts.states()).to.deep.equal(['closed']);
  });

  it('plays music as well, one sound at a time', async () => {
    const player = new WaitingPlayer();
    await player.start('ringing');
    expect(await player.start('music')).to.equal(true);
    expect(contexts.states().filter((state) => state === 'running')).to.have.length(1);
    player.stop();
  });

  it('stays silent when it is stopped while it starts (E-04)', async () => {
    const player = new WaitingPlayer();
    const starting = player.start('ringing');
    player.stop();
    await starting;
    expect(contexts.made).to.have.length(1);
    expect(contexts.states()).not.to.include('running');
  });

  it('rings once, however often it is started', async () => {
    const player = new WaitingPlayer();
    await player.start('ringing');
    await player.start('ringing');
    expect(contexts.states().filter((state) => state === 'running')).to.have.length(1);
    player.stop();
  });

  it('says so where the browser plays nothing before a gesture', async () => {
    const player = new WaitingPlayer();
    contexts.restore();
    const Original = globalThis.AudioContext;
    globalThis.AudioContext = class extends Original {
      override get state(): AudioContextState {
        return 'suspended';
      }
      override resume(): Promise<void> {
        return new Promise(() => undefined);
      }
    };
    expect(await player.start('ringing')).to.equal(false);
    globalThis.AudioContext = Original;
  });

  it('may be stopped before it was started', () => {
    new WaitingPlayer().stop();
    expect(contexts.made).to.deep.equal([]);
  });
});
