import { expect } from '@open-wc/testing';
import { codeOf } from '../media/testing/code-of.js';
import { makePicture } from '../media/testing/make-tracks.js';
import type { ToWorker } from './worker-messages.js';
import { WorkerRoute } from './worker-route.js';

/** A route whose messages are written down; `refuse` lets them fail, as where a track cannot be handed over. */
function setup({ refuse = false } = {}) {
  const posted: ToWorker[] = [];
  const given: Transferable[] = [];
  const route = new WorkerRoute((message, transfer = []) => {
    posted.push(message);
    given.push(...transfer);
    if (refuse) throw new DOMException('', 'DataCloneError');
  });
  const copies = () => posted.flatMap((message) => (message.kind === 'camera' ? [message.track] : []));
  return { route, posted, given, copies };
}

describe('frames by streams that only a worker has', () => {
  it('are of a copy of the camera, which the worker owns: the page’s goes on', async () => {
    const { route, copies, given } = setup();
    const [camera, made] = [makePicture(), makePicture()];
    const started = route.start(camera);
    expect(route.track).to.equal(null);
    route.receive({ kind: 'track', track: made });
    await started;
    expect(route.track).to.equal(made);
    expect(copies()).to.deep.equal(given);
    expect(copies()[0]).not.to.equal(camera);
  });

  it('come in the same track with the next camera, without another answer', async () => {
    const { route, copies } = setup();
    const made = makePicture();
    const started = route.start(makePicture());
    route.receive({ kind: 'track', track: made });
    await started;
    await route.start(makePicture());
    expect([route.track === made, copies().length]).to.deep.equal([true, 2]);
  });

  it('do not come where a track cannot be handed over, and no copy keeps the light on', async () => {
    const { route, copies } = setup({ refuse: true });
    expect(await codeOf(route.start(makePicture()))).to.equal('unsupported');
    expect(copies().map(({ readyState }) => readyState)).to.deep.equal(['ended']);
  });

  it('do not come where the worker can make no track after all', async () => {
    const { route } = setup();
    const started = route.start(makePicture());
    route.receive({ kind: 'alive' });
    route.receive({ kind: 'no-track' });
    expect([await codeOf(started), route.track]).to.deep.equal(['unsupported', null]);
  });

  it('end with the route, also for whoever waits for the first', async () => {
    const waiting = setup();
    const started = waiting.route.start(makePicture());
    waiting.route.close();
    expect(await codeOf(started)).to.equal('unsupported');

    const { route, posted } = setup();
    const made = makePicture();
    const second = route.start(makePicture());
    route.receive({ kind: 'track', track: made });
    await second;
    route.pause();
    expect([posted.at(-1)?.kind, made.readyState]).to.deep.equal(['pause', 'live']);
    route.close();
    expect(made.readyState).to.equal('ended');
  });
});
