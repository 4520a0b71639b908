import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { WrapUpFields } from '@carillon/contract';
import { ensureDemoCompany } from '../demo/demo-company.js';
import { createCallCenter, type CallCenter } from '../testing/call-center.js';
import { changeSettings } from './change-settings.js';
import { ensureSettings } from './ensure-settings.js';
import { readCompany, toSettings } from './settings.js';

describe('the first settings of a company', () => {
  let center: CallCenter;
  beforeEach(async () => (center = await createCallCenter()));
  afterEach(() => center.close());
  const settings = async () => toSettings(await center.deps.db.read(readCompany), 'Northwind');
  const first = (dispositions: string[]) => ensureSettings(center.deps, { dispositions, wrapUpFields: [] });

  it('are there, and changed from the version that was always the first', async () => {
    await Promise.all([first(['Sold']), first(['Sold'])]);
    const { dispositions, name, rating, version } = await settings();
    assert.deepEqual([dispositions, name, rating, version], [['Sold'], 'Northwind', true, 1]);
    await changeSettings(center.deps, { change: { version: 1, name: 'Contoso' }, name: 'Northwind' });
    assert.deepEqual((await settings()).dispositions, ['Sold']);
  });

  it('take nothing back that somebody has set', async () => {
    await changeSettings(center.deps, { change: { version: 1, dispositions: [] }, name: 'Northwind' });
    await first(['Sold']);
    assert.deepEqual((await settings()).dispositions, []);
  });

  it('show a newcomer outcomes and a form that stands in nobody’s way', async () => {
    await ensureDemoCompany(center.deps);
    const { dispositions, wrapUpFields } = await settings();
    assert.ok(dispositions.length > 1);
    assert.deepEqual(WrapUpFields.parse(wrapUpFields), wrapUpFields);
    assert.deepEqual(
      wrapUpFields.map(({ required }) => required),
      [false, false],
    );
  });
});
