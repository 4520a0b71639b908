import { expect } from '@open-wc/testing';
import { Ringback } from './ringback.js';

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

describe('the ringing at the other end', () => {
  let contexts: ReturnType<typeof watchContexts>;
  beforeEach(() => (contexts = watchContexts()));
  afterEach(() => contexts.restore());

  it('plays until it is stopped', async () => {
    const ringback = new Ringback();
    expect(await ringback.start()).to.equal(true);
    expect(contexts.states()).to.deep.equal(['running']);
    ringback.stop();
    const [context] = contexts.made;
    if (context?.state !== 'closed') await new Promise((done) => context?.addEventListener('statechange', done));
    expect(contexts.states()).to.deep.equal(['closed']);
  });

  it('stays silent when it is stopped while it starts (E-04)', async () => {
    const ringback = new Ringback();
    const starting = ringback.start();
    ringback.stop();
    await starting;
    expect(contexts.made).to.have.length(1);
    expect(contexts.states()).not.to.include('running');
  });

  it('rings once, however often it is started', async () => {
    const ringback = new Ringback();
    await ringback.start();
    await ringback.start();
    expect(contexts.states().filter((state) => state === 'running')).to.have.length(1);
    ringback.stop();
  });

  it('says so where the browser plays nothing before a gesture', async () => {
    const ringback = new Ringback();
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
    expect(await ringback.start()).to.equal(false);
    globalThis.AudioContext = Original;
  });

  it('may be stopped before it was started', () => {
    new Ringback().stop();
    expect(contexts.made).to.deep.equal([]);
  });
});
