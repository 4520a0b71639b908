import { expect } from '@open-wc/testing';
import type { LitElement } from 'lit';
import { fakeStream } from '../../testing/fake-tracks.js';
import { ManualClock } from '../../testing/manual-clock.js';
import { silentAfterMs, SilenceWatch } from './silence-watch.js';

function setup() {
  const clock = new ManualClock();
  let track: MediaStreamTrack | null = null;
  let updates = 0;
  const host = { addController: () => undefined, requestUpdate: () => updates++ } as unknown as LitElement;
  const watch = new SilenceWatch(host, () => track, clock);
  const open = () => {
    [track = null] = fakeStream({ video: false }).getAudioTracks();
    watch.hostUpdate();
  };
  const close = () => {
    track = null;
    watch.hostUpdate();
  };
  return { clock, watch, open, close, updates: () => updates };
}

describe('a microphone that is silent (DEV-1)', () => {
  it('is told of once a person had the time to say a word', () => {
    const { clock, watch, open, updates } = setup();
    open();
    clock.advance(silentAfterMs - 1);
    expect([watch.silent, updates()]).to.deep.equal([false, 0]);
    clock.advance(1);
    expect([watch.silent, updates()]).to.deep.equal([true, 1]);
  });

  it('is none that was heard once', () => {
    const { clock, watch, open } = setup();
    open();
    watch.heard();
    clock.advance(silentAfterMs);
    expect(watch.silent).to.equal(false);
  });

  it('is none any more as soon as it is heard', () => {
    const { clock, watch, open } = setup();
    open();
    clock.advance(silentAfterMs);
    watch.heard();
    expect(watch.silent).to.equal(false);
  });

  it('is watched anew where another one is chosen, and not at all where there is none', () => {
    const { clock, watch, open, close } = setup();
    open();
    clock.advance(silentAfterMs);
    open();
    expect(watch.silent, 'another one').to.equal(false);
    clock.advance(silentAfterMs);
    expect(watch.silent).to.equal(true);
    close();
    clock.advance(silentAfterMs);
    expect(watch.silent, 'none').to.equal(false);
  });

  it('is watched no longer once the page has gone', () => {
    const { clock, watch, open } = setup();
    open();
    watch.hostDisconnected();
    clock.advance(silentAfterMs);
    expect(watch.silent).to.equal(false);
  });
});
