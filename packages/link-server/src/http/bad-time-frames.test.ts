import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { CreatedCallLink, routes, type Problem } from '@carillon/contract';
import { redeemCallLink } from '../call-link/redeem-call-link.js';
import { viewCallLink } from '../call-link/view-call-link.js';
import { assertRefused, rowsOf, type BadInput } from '../testing/bad-inputs.js';
import { browserSecret, createHttpBench, type HttpBench } from '../testing/http-bench.js';
import { steadyClock } from '../time/steady-clock.js';

const good = { startLocal: '2027-01-02T10:00', endLocal: '2027-01-02T12:00', timeZone: 'UTC' };

describe('bad time-frames', () => {
  let bench: HttpBench;
  let agent: string;
  before(async () => {
    bench = await createHttpBench({ now: Date.UTC(2026, 11, 1) });
    agent = await bench.signIn();
  });
  after(() => bench.close());

  const make = <T>(timeFrame: unknown) =>
    bench.ask<T>(routes.links, {
      bearer: agent,
      body: { displayName: 'A', configuration: 'scheduled', timeFrame },
    });
  const links = () => bench.deps.db.read((q) => q.all('select * from call_link order by id'));

  /** A moment with a `Z` as the local time in UTC, so that what is wrong is the day and not the letter. */
  const inUtc = (text: string) => text.replace(/Z$/, '');

  /** The bodies a row stands for: what it holds by our field names, and as it is. */
  function bodiesOf({ field, value }: BadInput): object[] {
    if (field === 'timeZone') return [{ ...good, timeZone: value }];
    if (typeof value === 'string')
      return [value, inUtc(value)].map((startLocal) => ({ ...good, startLocal, endLocal: '2027-12-31T00:00' }));
    const { from, to } = value as { from: string; to: string };
    return [
      { ...good, startLocal: inUtc(from), endLocal: inUtc(to) },
      { ...good, startLocal: from, endLocal: to },
    ];
  }

  it('have a good one to stand beside', async () => assert.equal((await make(good)).status, 201));

  for (const row of rowsOf('timeframe').filter(({ field }) => field !== '(clock)'))
    it(`${row.id}: ${row.why} → ${row.expect}`, async () => {
      const before = await links();
      for (const body of bodiesOf(row)) {
        const answer = await make<Problem>(body);
        assertRefused(row, answer, row.value);
        assert.match(answer.json.fields?.[0] ?? '', /^timeFrame\./);
      }
      assert.deepEqual(await links(), before);
    });

  for (const timeFrame of [null, [], 'now', { ...good, more: 1 }, { ...good, timeZone: '+01:00' }, { timeZone: 'UTC' }])
    it(`are refused as ${JSON.stringify(timeFrame)}`, async () => assert.equal((await make(timeFrame)).status, 400));

  it('are 422 with options where the clock changes, and nothing of what was sent', async () => {
    const zoned = { ...good, timeZone: 'Europe/Zagreb', endLocal: '2027-03-28T09:00' };
    const { status, json } = await make<Problem>({ ...zoned, startLocal: '2027-03-28T02:30' });
    assert.deepEqual([status, json.code, json.fields], [422, 'local_time_gap', ['timeFrame.startLocal']]);
    for (const { local, offset } of json.options ?? [])
      assert.equal((await make({ ...zoned, startLocal: local, startOffset: offset })).status, 201);
    assert.equal(json.options?.length, 2);
  });

  describe('by the clocks of either side', () => {
    /** A link that is open until a moment, and what its customer gets who says another time of day. */
    async function linkUntil() {
      const { json } = await bench.ask(routes.links, {
        bearer: agent,
        body: { displayName: 'A', configuration: 'reusable', expiresInMs: 600_000 },
      });
      const { url, expiresAt } = CreatedCallLink.parse(json);
      const code = url.slice(url.lastIndexOf('/') + 1);
      const redeem = (clientSkewMs: number) =>
        bench.ask<Problem>(routes.join(code), {
          bearer: browserSecret(),
          body: { medium: 'audio' },
          headers: { date: new Date(bench.deps.now() + clientSkewMs).toUTCString() },
        });
      return { code, expiresAt, redeem };
    }
    const [slow, fast, stepsBack] = rowsOf('timeframe').filter(({ field }) => field === '(clock)');
    const titleOf = (row: BadInput | undefined) => `${row?.id}: ${row?.why} → ${row?.expect}`;

    it(titleOf(slow), async () => {
      const { expiresAt, redeem } = await linkUntil();
      bench.clock.moveTo(expiresAt);
      const answer = await redeem(-3_600_000);
      assert.deepEqual([answer.status, answer.json.code], [410, 'link_expired']);
    });

    it(titleOf(fast), async () => {
      const { redeem } = await linkUntil();
      assert.equal((await redeem(24 * 3_600_000)).status, 201);
    });

    it(titleOf(stepsBack), async () => {
      const { code, expiresAt } = await linkUntil();
      let wall = expiresAt;
      const now = steadyClock(
        () => wall,
        () => 0,
      );
      const deps = { ...bench.deps, now };
      assert.equal((await viewCallLink(deps, { code })).state, 'expired');
      wall -= 300_000;
      assert.equal((await viewCallLink(deps, { code })).state, 'expired');
      await assert.rejects(
        redeemCallLink(deps, { code, secret: browserSecret(), medium: 'audio' }),
        (error) => (error as { code?: string }).code === 'link_expired',
      );
    });
  });
});
