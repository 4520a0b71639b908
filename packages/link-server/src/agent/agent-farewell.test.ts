import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { createCallCenter, type CallCenter } from '../testing/call-center.js';
import { agentStream } from '../transition/publish-changes.js';
import { agentFarewell } from './agent-farewell.js';
import { agentStreamClosed } from './agent-streams.js';

/** How long a reload may take before its agent counts as gone. */
const reloadMs = 6_000;

describe('the farewell of an agent’s page', () => {
  let center: CallCenter;
  beforeEach(async () => (center = await createCallCenter()));
  afterEach(() => center.close());

  it('takes the ring to the next agent at once (E-01)', async () => {
    const [ana, ben] = [await center.agent('Ana'), await center.agent('Ben')];
    await (await center.customer()).call();
    await agentFarewell(center.deps, { agentId: ana.id });
    assert.equal(await ana.ringing(), undefined);
    assert.ok(await ben.ringing());
  });

  it('comes while its own stream is still open, and counts all the same', async () => {
    const ana = await center.agent('Ana');
    await (await center.customer()).call();
    const stop = center.deps.streams.subscribe(agentStream(ana.id), { ring: () => undefined });
    await agentFarewell(center.deps, { agentId: ana.id });
    assert.equal(await ana.ringing(), undefined);
    stop();
  });

  it('lets nothing else ring where nobody listens', async () => {
    const ana = await center.agent('Ana');
    await agentFarewell(center.deps, { agentId: ana.id });
    await (await center.customer()).call();
    assert.equal(await ana.ringing(), undefined);
    assert.equal((await ana.state()).agent.availability, 'offline');
  });

  it('is forgotten by a reload: it rings there again', async () => {
    const ana = await center.agent('Ana');
    const guest = await center.customer();
    await guest.call();
    await agentStreamClosed(center.deps, { agentId: ana.id });
    await center.pass(1_000, [guest]);
    await ana.present();
    assert.ok(await ana.ringing());
    assert.equal((await ana.state()).agent.availability, 'ringing');
  });

  it('leaves a call its agent for the time of a reload, and says away after it (E-21)', async () => {
    const { ana, guest } = await center.talking();
    await agentFarewell(center.deps, { agentId: ana.id });
    await center.pass(reloadMs - 1, [guest]);
    assert.equal((await ana.state()).call?.away, null);
    await center.pass(1, [guest]);
    assert.equal((await ana.state()).call?.away, 'agent');
    await ana.present();
    assert.equal((await ana.state()).call?.away, null);
  });

  it('changes nothing for good while another page is open (F30)', async () => {
    const ana = await center.agent('Ana');
    const stops = [1, 2].map(() => center.deps.streams.subscribe(agentStream(ana.id), { ring: () => undefined }));
    await agentFarewell(center.deps, { agentId: ana.id });
    stops[0]?.();
    await agentStreamClosed(center.deps, { agentId: ana.id });
    await (await center.customer()).call();
    assert.ok(await ana.ringing(), 'the other page hears it');
    stops[1]?.();
  });

  it('of the last stream takes the ring, of an earlier one does not', async () => {
    const ana = await center.agent('Ana');
    await (await center.customer()).call();
    const stops = [1, 2].map(() => center.deps.streams.subscribe(agentStream(ana.id), { ring: () => undefined }));
    stops[0]?.();
    await agentStreamClosed(center.deps, { agentId: ana.id });
    assert.ok(await ana.ringing());
    stops[1]?.();
    await agentStreamClosed(center.deps, { agentId: ana.id });
    assert.equal(await ana.ringing(), undefined);
  });

  it('never prolongs a presence that was over already', async () => {
    const ana = await center.agent('Ana');
    await center.advance(center.deps.settings.presenceGoneMs);
    await agentFarewell(center.deps, { agentId: ana.id });
    assert.equal((await ana.state()).agent.availability, 'offline');
    await (await center.customer()).call();
    assert.equal(await ana.ringing(), undefined);
  });
});
