import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type { AllowedHours, TimeFrame } from '@carillon/contract';
import { createCallCenter, newSecret, type CallCenter } from '../testing/call-center.js';
import type { DomainError } from '../domain-error.js';
import { createCallLink, type CreateCallLink } from './create-call-link.js';
import { redeemCallLink } from './redeem-call-link.js';
import { viewCallLink } from './view-call-link.js';

const frame: TimeFrame = {
  startLocal: '2027-03-01T09:00',
  endLocal: '2027-03-01T17:00',
  timeZone: 'Europe/Zagreb',
};
const [start, end] = [Date.UTC(2027, 2, 1, 8), Date.UTC(2027, 2, 1, 16)];

describe('a time-frame link', () => {
  let center: CallCenter;
  beforeEach(async () => (center = await createCallCenter({ now: Date.UTC(2027, 1, 20) })));
  afterEach(() => center.close());

  const make = (change: Partial<TimeFrame> = {}, more: Partial<CreateCallLink> = {}) =>
    createCallLink(center.deps, {
      agentId: null,
      displayName: 'Marija',
      configuration: 'scheduled',
      timeFrame: { ...frame, ...change },
      ...more,
    });
  const codeIn = ({ url }: { url: string }) => url.slice(url.lastIndexOf('/') + 1);
  const view = (code: string) => viewCallLink(center.deps, { code });
  const redeem = (code: string) => redeemCallLink(center.deps, { code, secret: newSecret(), medium: 'audio' });
  const refusedWith =
    (code: string, ...fields: string[]) =>
    (error: unknown) => {
      const { code: found, fields: named = [] } = error as DomainError;
      assert.deepEqual([found, ...named], [code, ...fields]);
      return true;
    };

  it('takes the agent’s wall clock and keeps what they typed beside the moments (LNK-16, E-19)', async () => {
    const link = await make();
    assert.deepEqual(
      [link.kind, link.opensAt, link.expiresAt, link.timeZone],
      ['time-frame', start, end, 'Europe/Zagreb'],
    );
    const row = await center.deps.db.read((q) => q.get('select tz, start_local, end_local from call_link'));
    assert.deepEqual(row, { tz: 'Europe/Zagreb', start_local: '2027-03-01T09:00', end_local: '2027-03-01T17:00' });
  });

  for (const [title, at, state, refusal] of [
    ['not open one millisecond early', start - 1, 'not-open', 'link_not_yet_active'],
    ['open on its first millisecond', start, 'available', null],
    ['open on its last millisecond', end - 1, 'available', null],
    ['over from its end on', end, 'expired', 'link_expired'],
  ] as const)
    it(`is ${title} (E-17)`, async () => {
      const code = codeIn(await make());
      center.clock.moveTo(at);
      const seen = await view(code);
      assert.deepEqual([seen.state, seen.opensAt, seen.expiresAt, seen.timeZone], [state, start, end, 'Europe/Zagreb']);
      if (refusal === null) assert.equal((await redeem(code)).call.state, 'queued');
      else await assert.rejects(redeem(code), refusedWith(refusal));
    });

  it('serves many customers, each with a call of their own, and cuts none at its end (E-31, Q-7)', async () => {
    const code = codeIn(await make());
    center.clock.moveTo(end - 1);
    const [one, two] = [await center.customer(code), await center.customer(code)];
    assert.notEqual((await one.call()).call.id, (await two.call()).call.id);
    center.clock.moveTo(end);
    assert.equal((await one.call()).call.state, 'queued');
  });

  for (const [title, change] of [
    ['ends as it starts (LNK-9)', { endLocal: frame.startLocal }],
    ['ends before it starts (LNK-9)', { endLocal: '2027-03-01T08:59' }],
    ['is over (LNK-9)', { startLocal: '2027-02-19T09:00', endLocal: '2027-02-19T10:00' }],
    ['is over on this very moment', { startLocal: '2027-02-19T09:00', endLocal: '2027-02-20T01:00' }],
    ['lasts longer than 30 days', { endLocal: '2027-03-31T10:01' }],
    ['ends more than 400 days ahead', { startLocal: '2028-04-01T09:00', endLocal: '2028-04-02T09:00' }],
  ] as const)
    it(`is refused when it ${title}`, () =>
      assert.rejects(make(change), refusedWith('invalid_request', 'timeFrame.endLocal')));

  it('may have begun already, and may last 30 days to the hour', async () => {
    await make({ startLocal: '2027-02-19T09:00' });
    const { opensAt, expiresAt } = await make({ endLocal: '2027-03-31T10:00' });
    assert.equal(expiresAt - (opensAt ?? 0), 30 * 86_400_000);
  });

  it('is asked for where the configuration says so, and refused elsewhere (LNK-4, LNK-10, LNK-13)', async () => {
    const without = { agentId: null, displayName: 'A' };
    await assert.rejects(
      createCallLink(center.deps, { ...without, configuration: 'scheduled' }),
      refusedWith('invalid_request', 'timeFrame'),
    );
    for (const configuration of ['default', 'reusable'])
      await assert.rejects(make({}, { configuration }), refusedWith('invalid_request', 'timeFrame'));
  });

  for (const [code, local] of [
    ['local_time_gap', '2027-03-28T02:30'],
    ['local_time_ambiguous', '2027-10-31T02:30'],
  ] as const)
    for (const which of ['start', 'end'] as const)
      it(`answers ${code} at its ${which} with options, each of which can be sent back (E-19)`, async () => {
        const day = local.slice(0, 10);
        const around = { startLocal: `${day}T00:30`, endLocal: `${day}T12:00`, [`${which}Local`]: local };
        const asked = await make(around).catch((error: unknown) => error as DomainError);
        assert.ok(asked instanceof Error);
        assert.deepEqual([asked.code, asked.fields], [code, [`timeFrame.${which}Local`]]);
        assert.equal(asked.options?.length, 2);
        for (const option of asked.options ?? []) {
          const settled = { ...around, [`${which}Local`]: option.local, [`${which}Offset`]: option.offset };
          const { opensAt, expiresAt } = await make(settled);
          assert.equal(which === 'start' ? opensAt : expiresAt, option.at);
        }
      });

  it('is refused with an offset that its zone does not have then', () =>
    assert.rejects(make({ startOffset: '-07:00' }), refusedWith('invalid_request', 'timeFrame.startOffset')));

  describe('with hours of its own', () => {
    const hours: AllowedHours = { timeZone: 'Europe/London', days: ['mon', 'tue'], from: '10:00', to: '12:00' };
    const long = { startLocal: '2027-03-01T00:00', endLocal: '2027-03-10T00:00' };

    it('says when it opens next, first by its window, then by its hours', async () => {
      const code = codeIn(await make(long, { hours }));
      for (const [now, state, opens] of [
        [Date.UTC(2027, 1, 22, 10, 30), 'not-open', Date.UTC(2027, 2, 1, 10)],
        [Date.UTC(2027, 2, 1, 9, 59), 'not-open', Date.UTC(2027, 2, 1, 10)],
        [Date.UTC(2027, 2, 1, 10), 'available', Date.UTC(2027, 1, 28, 23)],
        [Date.UTC(2027, 2, 1, 12), 'not-open', Date.UTC(2027, 2, 2, 10)],
        [Date.UTC(2027, 2, 2, 12), 'not-open', Date.UTC(2027, 2, 8, 10)],
      ] as const) {
        center.clock.moveTo(now);
        const seen = await view(code);
        assert.deepEqual([seen.state, seen.opensAt], [state, opens], new Date(now).toISOString());
        if (state === 'not-open') await assert.rejects(redeem(code), refusedWith('link_not_yet_active'));
        else assert.equal((await redeem(code)).call.state, 'queued');
      }
    });

    it('has expired when they do not come round again before its end', async () => {
      const code = codeIn(await make(long, { hours }));
      center.clock.moveTo(Date.UTC(2027, 2, 9, 12));
      assert.equal((await view(code)).state, 'expired');
      await assert.rejects(redeem(code), refusedWith('link_expired'));
    });
  });
});
