import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { CallLinkRow } from '../transition/rows.js';
import { linkStateAt, nextOpening, refusalOf } from './link-state.js';

const link: CallLinkRow = {
  id: 'lnk_1',
  configuration_id: 'cfg_1',
  kind: 'one-time',
  display_name: null,
  conversation_id: null,
  created_by: null,
  created_at: 0,
  opens_at: null,
  expires_at: 2_000,
  tz: null,
  start_local: null,
  end_local: null,
  hours: null,
  custom_data: null,
  opened_at: null,
  lease_hash: null,
  lease_until: null,
  used_at: null,
  revoked_at: null,
};
const leased = { lease_hash: 'mine', lease_until: 1_500 };
const window = { kind: 'time-frame', opens_at: 1_000 } as const;

describe('the state of a call link (spec §3.4)', () => {
  const rows: readonly (readonly [string, Partial<CallLinkRow>, string | null, number, string])[] = [
    ['nobody has it', {}, null, 1_000, 'available'],
    ['its last millisecond (E-17)', {}, null, 1_999, 'available'],
    ['its end (E-17)', {}, null, 2_000, 'expired'],
    ['long after', {}, null, 9_000, 'expired'],
    ['before its window (E-17)', window, null, 999, 'not-open'],
    ['the first millisecond of its window (E-17)', window, null, 1_000, 'available'],
    ['the end of its window (E-17)', window, null, 2_000, 'expired'],
    ['leased by another browser (E-15)', leased, 'theirs', 1_400, 'in-use'],
    ['leased, and the page has no secret yet', leased, null, 1_400, 'in-use'],
    ['leased by this browser (E-14)', leased, 'mine', 1_400, 'available'],
    ['the last millisecond of the lease', leased, 'theirs', 1_499, 'in-use'],
    ['the end of the lease', leased, 'theirs', 1_500, 'available'],
    ['a lease beyond the end of the link', { ...leased, lease_until: 3_000 }, 'mine', 2_000, 'expired'],
    ['an expiry link, which many share (LNK-15)', { ...leased, kind: 'expiry' }, 'theirs', 1_400, 'available'],
    ['used (LNK-14)', { used_at: 1_200, lease_hash: 'mine' }, 'theirs', 1_400, 'used'],
    ['used by this very browser', { used_at: 1_200, lease_hash: 'mine' }, 'mine', 1_400, 'used'],
    ['used and expired', { used_at: 1_200, lease_hash: 'mine' }, null, 9_000, 'used'],
  ];
  for (const [title, change, hash, now, expected] of rows)
    it(`is ${expected} for ${title}`, () => assert.equal(linkStateAt({ ...link, ...change }, hash, now), expected));

  describe('with allowed hours', () => {
    const weekday = { timeZone: 'UTC', days: ['mon' as const], from: '09:00', to: '17:00' as const };
    const monday = Date.UTC(2027, 0, 11);
    const at = (hour: number, minute = 0) => monday + (hour * 60 + minute) * 60_000;
    const open = { ...link, expires_at: monday + 30 * 86_400_000 };
    for (const [title, change, now, state, opens] of [
      ['before they begin', {}, at(8, 59), 'not-open', at(9)],
      ['as they begin', {}, at(9), 'available', at(9)],
      ['as they end', {}, at(17), 'not-open', at(7 * 24 + 9)],
      ['before a window that begins within them', { opens_at: at(10) }, at(9), 'not-open', at(10)],
      ['before a window that begins after them', { opens_at: at(18) }, at(9), 'not-open', at(7 * 24 + 9)],
      ['when the link ends before they begin again', { expires_at: at(7 * 24 + 9) }, at(17), 'expired', null],
      ['used, whatever the hour', { used_at: 1, lease_hash: 'x' }, at(3), 'used', at(9)],
    ] as const)
      it(`is ${state} ${title}`, () => {
        const row = { ...open, ...change };
        assert.equal(linkStateAt(row, null, now, weekday), state);
        assert.equal(nextOpening(row, now, weekday), opens);
      });
  });

  it('refuses with a code of its own in every state but available', () => {
    const { available, ...others } = refusalOf;
    assert.equal(available, null);
    assert.equal(new Set(Object.values(others)).size, Object.keys(others).length);
    assert.ok(Object.values(others).every((code) => code?.startsWith('link_')));
  });
});
