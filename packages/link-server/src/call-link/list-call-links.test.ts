import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { CallLinkState, type CallLink, type CallLinkList } from '@carillon/contract';
import { createCallCenter, newSecret, type CallCenter } from '../testing/call-center.js';
import { createCallLink } from './create-call-link.js';
import { listCallLinks, type ListCallLinks } from './list-call-links.js';
import { redeemCallLink } from './redeem-call-link.js';
import { revokeCallLink } from './revoke-call-link.js';

describe('the list of links', () => {
  let center: CallCenter;
  let ana: string;
  let ben: string;
  before(async () => {
    center = await createCallCenter({ now: Date.UTC(2027, 0, 11) });
    ana = (await center.agent('Ana', { active: false })).id;
    ben = (await center.agent('Ben', { active: false })).id;
  });
  after(() => center.close());

  const list = (request: Partial<ListCallLinks> = {}): Promise<CallLinkList> =>
    listCallLinks(center.deps, { agentId: ana, limit: 100, ...request });
  const make = (agentId: string, more: object = {}) =>
    createCallLink(center.deps, { agentId, displayName: 'Jo', ...more });

  /** All pages, one after the other; `between` runs after each. */
  async function pages(limit: number, between: () => Promise<unknown> = async () => undefined): Promise<CallLink[]> {
    const links: CallLink[] = [];
    for (let cursor: string | undefined; ;) {
      const page = await list({ limit, cursor });
      assert.ok(page.links.length <= limit);
      links.push(...page.links);
      if (page.next === null) return links;
      cursor = page.next;
      await between();
    }
  }

  it('is empty at first', async () => {
    const { links, next } = await list();
    assert.deepEqual([links, next], [[], null]);
  });

  it('shows the agent’s own, newest first, and no code', async () => {
    const urls: string[] = [];
    for (let i = 0; i < 7; i++) {
      urls.push((await make(ana)).url);
      // Some in the same millisecond.
      if (i % 3 === 0) center.clock.moveTo(center.deps.now() + 1);
    }
    await make(ben);
    const { links } = await list();
    assert.equal(links.length, 7);
    const ages = links.map(({ createdAt }) => createdAt);
    assert.deepEqual(
      ages,
      [...ages].sort((a, b) => b - a),
    );
    assert.ok(links.every(({ createdBy }) => createdBy?.name === 'Ana'));
    for (const url of urls) assert.ok(!JSON.stringify(links).includes(url.slice(url.lastIndexOf('/') + 1)));
  });

  for (const limit of [1, 2, 3, 6, 7, 8])
    it(`is the same in pages of ${limit}`, async () => assert.deepEqual(await pages(limit), (await list()).links));

  it('neither repeats nor leaves out a link while others are made and revoked', async () => {
    const before = (await list()).links.map(({ id }) => id);
    const [first = ''] = before;
    const seen = await pages(2, async () => {
      center.clock.moveTo(center.deps.now() + 1);
      await make(ana);
      await revokeCallLink(center.deps, { agentId: ana, linkId: first });
    });
    assert.deepEqual(
      seen.map(({ id }) => id),
      before,
    );
  });

  it('can be asked for by state: each link is in the list of its state and in no other', async () => {
    const { deps } = center;
    await revokeCallLink(deps, { agentId: ana, linkId: (await make(ana)).id });
    const leased = await make(ana);
    await redeemCallLink(deps, { code: leased.url.slice(-22), secret: newSecret(), medium: 'audio' });
    const used = await make(ana);
    await deps.db.tx((q) => q.run(`update call_link set used_at = 1, lease_hash = 'x' where id = $1`, used.id));
    await make(ana, { configuration: 'reusable', expiresInMs: 60_000 });
    const timeFrame = { startLocal: '2027-02-01T10:00', endLocal: '2027-02-01T11:00', timeZone: 'UTC' };
    await make(ana, { configuration: 'scheduled', timeFrame });
    center.clock.moveTo(deps.now() + 60_000);
    await make(ana);
    const all = (await list()).links;
    const found = new Map<string, string>();
    for (const state of CallLinkState.options)
      for (const link of (await list({ state })).links) {
        assert.equal(found.get(link.id), undefined);
        assert.equal(link.state, state);
        found.set(link.id, state);
      }
    assert.deepEqual(found.size, all.length);
    assert.deepEqual(new Set(found.values()), new Set(CallLinkState.options));
    assert.deepEqual(all.find(({ state }) => state === 'not-open')?.timeFrame, timeFrame);
  });

  it('can be asked for by who shared them and by conversation', async () => {
    assert.deepEqual((await list({ createdBy: ben })).links, [], 'a colleague’s guest links are theirs');
    const [conversation] = await center.deps.db.read((q) => q.all<{ id: string }>('select id from conversation'));
    const conversationId = conversation?.id ?? '';
    const { id } = await make(ben, { conversationId });
    assert.deepEqual(
      (await list({ conversationId })).links.map((one) => one.id),
      [id],
      'of a conversation in their queue',
    );
    assert.deepEqual(
      (await list({ createdBy: ben })).links.map((one) => one.id),
      [id],
    );
    assert.deepEqual((await list({ createdBy: ana, conversationId })).links, []);
  });

  it('takes no cursor that it has not given', async () => {
    for (const cursor of [
      'x',
      'AAAA',
      Buffer.from('1.lnk_x').toString('base64url'),
      Buffer.from("1' or 1.x").toString('base64url'),
    ])
      await assert.rejects(list({ cursor }), (error) => (error as { code?: string }).code === 'invalid_request');
  });
});
