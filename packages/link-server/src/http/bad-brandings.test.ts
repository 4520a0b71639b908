import assert from 'node:assert/strict';
import { Socket } from 'node:net';
import { after, before, describe, it, mock } from 'node:test';
import {
  contrast,
  CreatedCallLink,
  JoinView,
  LinkConfiguration,
  LinkConfigurationList,
  routes,
} from '@carillon/contract';
import { assertRefused, rowsOf, type BadInput } from '../testing/bad-inputs.js';
import { createHttpBench, type HttpBench } from '../testing/http-bench.js';

const brand = { name: 'Northwind', color: '#0f62c4', welcome: 'Welcome' };

describe('bad brandings', () => {
  let bench: HttpBench;
  let admin: string;
  let good: object;
  before(async () => {
    bench = await createHttpBench();
    admin = await bench.signIn('ana');
    const { json } = await bench.ask(routes.linkConfigurations, { bearer: admin });
    const queueId = LinkConfigurationList.parse(json).configurations[0]?.queueId;
    good = { key: 'branded', name: 'Branded', kind: 'expiry', queueId, brand };
  });
  after(() => bench.close());

  const record = () => bench.deps.db.read((q) => q.all('select * from link_configuration order by id'));
  const post = (body: object) => bench.ask(routes.linkConfigurations, { bearer: admin, body });
  const patch = (body: object) =>
    bench.ask(routes.linkConfiguration('default'), { method: 'PATCH', bearer: admin, body: { version: 1, ...body } });

  /** What a row may mean in our words: pictures are ids of files, and whatever we do not have is not taken, either. */
  function bodiesOf({ field, value }: BadInput): readonly object[] {
    if (field === 'primaryColor')
      return [{ brand: { ...brand, color: value } }, { brand: { ...brand, background: value } }];
    if (field === 'logoUrl')
      return ['logo', 'backgroundImage', field].map((name) => ({ brand: { ...brand, [name]: value } }));
    return [{ [field]: value }, { brand: { ...brand, [field]: value } }];
  }

  for (const row of rowsOf('branding').filter(({ expect }) => expect === 'reject-400' || expect === 'ssrf-blocked'))
    it(`${row.id}: ${row.why} → ${row.expect}`, async () => {
      const before = await record();
      const connect = mock.method(Socket.prototype, 'connect', () => {
        throw new Error('a packet would have left');
      });
      const refused = { ...row, expect: 'reject-400' };
      for (const body of bodiesOf(row)) {
        assertRefused(refused, await post({ ...good, ...body }), row.value);
        assertRefused(refused, await patch(body), row.value);
      }
      assert.equal(connect.mock.callCount(), 0);
      connect.mock.restore();
      assert.deepEqual(await record(), before);
    });

  for (const row of rowsOf('branding').filter(({ expect }) => expect !== 'reject-400' && expect !== 'ssrf-blocked'))
    it(`${row.id}: ${row.why} → ${row.expect}`, async () => {
      const field = row.expect === 'contrast-fixed' ? 'color' : 'name';
      const body = { ...good, key: row.id, brand: { ...brand, [field]: row.value } };
      const made = LinkConfiguration.parse((await post(body)).json);
      assert.equal(made.brand[field], row.value, 'kept as it was typed');
      assert.ok(contrast(made.brand.color, made.brand.textColor ?? '') >= 4.5);
      const link = await bench.ask(routes.links, { bearer: admin, body: { displayName: 'Jo', configuration: row.id } });
      const code = CreatedCallLink.parse(link.json).url.slice(-22);
      assert.equal(JoinView.parse((await bench.ask(routes.join(code))).json).brand[field], row.value);
      // The page itself holds nothing of it: what is shown is set as text, which is proved in browsers.
      assert.ok(!(await bench.ask(routes.customerPage(code))).text.includes(String(row.value)));
    });

  it('have a good one to stand beside', async () => assert.equal((await post(good)).status, 201));
});
