import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { CallLinkRow } from '../transition/rows.js';
import { linkStateAt, refusalOf } from './link-state.js';

const link: CallLinkRow = {
  id: 'lnk_1',
  configuration_id: 'cfg_1',
  kind: 'one-time',
  display_name: null,
  conversation_id: null,
  opens_at: null,
  expires_at: 2_000,
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

  it('refuses with a code of its own in every state but available', () => {
    const { available, ...others } = refusalOf;
    assert.equal(available, null);
    assert.equal(new Set(Object.values(others)).size, Object.keys(others).length);
    assert.ok(Object.values(others).every((code) => code?.startsWith('link_')));
  });
});
