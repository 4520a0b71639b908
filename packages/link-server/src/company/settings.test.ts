import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { CreateLinkConfigurationRequest } from '@carillon/contract';
import { endCallByAgent } from '../call/end-call-by-agent.js';
import { createConfiguration } from '../call-link/create-configuration.js';
import { createCallCenter, type CallCenter } from '../testing/call-center.js';
import { changeSettings } from './change-settings.js';
import { companyName } from './company-name.js';
import { readCompany, toSettings } from './settings.js';

describe('the company’s settings', () => {
  let center: CallCenter;
  beforeEach(async () => (center = await createCallCenter()));
  afterEach(() => center.close());

  const change = (version: number, more: object) =>
    changeSettings(center.deps, { change: { version, ...more }, name: 'Northwind' });

  it('are what the server was started with until something is set', async () => {
    const settings = toSettings(await center.deps.db.read(readCompany), 'Northwind');
    assert.deepEqual(settings, {
      ...{ name: 'Northwind', language: 'en', ringMs: null, wrapUpMs: null, version: 1 },
      ...{ wrapUpExtension: 'none', wrapUpLongestMs: 600_000, dispositions: [], wrapUpFields: [], rating: true },
    });
  });

  it('change one by one and stay', async () => {
    await change(1, { name: 'Contoso', ringMs: 20_000 });
    const settings = await change(2, { ringMs: null, language: 'de' });
    assert.deepEqual(settings, {
      ...{ name: 'Contoso', language: 'de', ringMs: null, wrapUpMs: null, version: 3 },
      ...{ wrapUpExtension: 'none', wrapUpLongestMs: 600_000, dispositions: [], wrapUpFields: [], rating: true },
    });
  });

  it('change from the version that was seen, also the first time', async () => {
    const changes = await Promise.allSettled([change(1, { name: 'A' }), change(1, { name: 'B' })]);
    assert.deepEqual(changes.map(({ status }) => status).sort(), ['fulfilled', 'rejected']);
    await assert.rejects(change(1, { name: 'C' }), { code: 'changed_meanwhile' });
    await assert.rejects(change(3, { name: 'C' }), { code: 'changed_meanwhile' });
  });

  it('hold what became of calls in order, and whether customers are asked, on and off', async () => {
    const first = await change(1, { dispositions: ['Sold', 'Außerhalb', '注文'], rating: false });
    assert.deepEqual([first.dispositions, first.rating], [['Sold', 'Außerhalb', '注文'], false]);
    const second = await change(2, { name: 'Contoso' });
    assert.deepEqual([second.dispositions, second.rating], [first.dispositions, false]);
    const third = await change(3, { dispositions: [], rating: true });
    assert.deepEqual([third.dispositions, third.rating], [[], true]);
  });

  it('decide how long phones ring, unless a queue says otherwise', async () => {
    await change(1, { ringMs: 7_000 });
    const [ana, ben] = [await center.agent('Ana'), await center.agent('Ben')];
    const rings = async ({ state }: typeof ana) => ((await state()).offer?.expiresAt ?? 0) - center.deps.now();
    await (await center.customer()).call();
    assert.equal(await rings(ana), 7_000);
    await center.deps.db.tx((q) => q.run('update queue set ring_ms = 9000'));
    await (await center.customer()).call();
    assert.equal(await rings(ben), 9_000);
  });

  it('decide how long a wrap-up takes', async () => {
    await change(1, { wrapUpMs: 12_000 });
    const { ana, callId } = await center.talking();
    await endCallByAgent(center.deps, { agentId: ana.id, callId });
    assert.equal((await ana.state()).wrapUp?.endsAt, center.deps.now() + 12_000);
  });

  it('are the language of a link configuration that names none', async () => {
    await change(1, { language: 'de' });
    const make = (key: string, more: object = {}) =>
      createConfiguration(
        center.deps,
        CreateLinkConfigurationRequest.parse({
          ...{ key, name: key, kind: 'expiry', queueId: center.queueId, ...more },
          brand: { name: 'Northwind', color: '#0f62c4', welcome: 'Talk to us.' },
        }),
      );
    assert.deepEqual((await make('plain')).language, { mode: 'browser', language: 'de' });
    const preset = { mode: 'preset', language: 'hr' };
    assert.deepEqual((await make('preset', { language: preset })).language, preset);
  });

  it('give the pages of links their name, a few seconds later at most', async () => {
    const name = companyName(center.deps, 'Northwind');
    assert.equal(await name(), 'Northwind');
    await change(1, { name: 'Contoso' });
    center.clock.moveTo(center.deps.now() + 4_999);
    assert.equal(await name(), 'Northwind');
    center.clock.moveTo(center.deps.now() + 1);
    assert.equal(await name(), 'Contoso');
  });
});
