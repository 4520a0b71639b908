import { expect } from '@open-wc/testing';
import { SubscribeAgain } from './subscribe-again.js';
import { FakeParticipant, publication } from './testing/fake-livekit.js';

/** Timers that a test lets run. */
function timers() {
  let now = 0;
  const waiting = new Set<{ readonly at: number; readonly callback: () => void }>();
  const after = (ms: number, callback: () => void) => {
    const timer = { at: now + ms, callback };
    waiting.add(timer);
    return () => void waiting.delete(timer);
  };
  const advance = (ms: number) => {
    const until = now + ms;
    for (;;) {
      const [next] = [...waiting].filter(({ at }) => at <= until).sort((a, b) => a.at - b.at);
      if (!next) break;
      waiting.delete(next);
      now = next.at;
      next.callback();
    }
    now = until;
  };
  return { after, advance };
}

/** Somebody whose microphone is received and whose camera is not. */
function world() {
  const { after, advance } = timers();
  const [ana, ben] = [new FakeParticipant('ana'), new FakeParticipant('ben')];
  const [microphone, camera, bens] = [publication({}), publication(undefined), publication({})];
  ana.trackPublications.set('microphone', microphone);
  ana.trackPublications.set('camera', camera);
  ben.trackPublications.set('microphone', bens);
  const others = new Map([
    ['ana', ana],
    ['ben', ben],
  ]);
  const again = new SubscribeAgain(others, after);
  const ask = (who: FakeParticipant) => again.ask(who);
  return { advance, ana, ben, microphone, camera, bens, again, ask };
}

describe('asking again for what the media server may give once more (HLD-6)', () => {
  it('asks for what is wanted and not there, and says whether there was anything', () => {
    const { ana, ben, microphone, camera, ask } = world();
    expect([ask(ana), ask(ben)]).to.eql([true, false]);
    expect([microphone.asked, camera.asked]).to.eql([[], [true]]);
  });

  it('leaves alone what is not wanted', () => {
    const { ana, camera, ask } = world();
    camera.isDesired = false;
    expect([ask(ana), camera.asked]).to.eql([false, []]);
  });

  it('gives the media server a moment, then asks three times at most', () => {
    const { advance, camera, again } = world();
    again.soon();
    advance(249);
    expect(camera.asked).to.have.length(0);
    advance(1);
    expect(camera.asked).to.have.length(1);
    advance(500);
    expect(camera.asked).to.have.length(2);
    advance(60_000);
    expect(camera.asked).to.have.length(3);
  });

  it('has done once nothing is missing, of anybody', () => {
    const { advance, camera, bens, again } = world();
    again.soon();
    advance(250);
    camera.track = {};
    bens.track = undefined;
    advance(500);
    expect([camera.asked, bens.asked]).to.eql([[true], [true]]);
    bens.track = {};
    advance(60_000);
    bens.track = undefined;
    advance(60_000);
    expect(bens.asked, 'lost for another reason').to.have.length(1);
  });

  it('asks no more once it is stopped, and begins anew when it is let in again', () => {
    const { advance, camera, again } = world();
    again.soon();
    again.stop();
    advance(60_000);
    expect(camera.asked).to.have.length(0);
    again.soon();
    again.soon();
    advance(250);
    expect(camera.asked).to.have.length(1);
  });
});
