import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import {
  ChangeLinkConfigurationRequest,
  CreateLinkConfigurationRequest,
  LinkConfiguration,
  type AllowedHours,
  type Medium,
} from '@carillon/contract';
import { roleTable } from '../token/role-table.js';
import { createCallCenter, newSecret, type CallCenter } from '../testing/call-center.js';
import { archiveConfiguration } from './archive-configuration.js';
import { changeConfiguration } from './change-configuration.js';
import { createConfiguration } from './create-configuration.js';
import { createCallLink } from './create-call-link.js';
import { listConfigurations, listLinkChoices } from './list-configurations.js';
import { redeemCallLink } from './redeem-call-link.js';
import { viewCallLink } from './view-call-link.js';

const brand = { name: 'Acme', color: '#FA0', welcome: 'Hello' };
const refused = (expected: string, field?: string) => (error: unknown) => {
  const { code, fields } = error as { code?: string; fields?: readonly string[] };
  assert.deepEqual([code, fields?.[0]], [expected, field]);
  return true;
};

describe('a link configuration', () => {
  let center: CallCenter;
  beforeEach(async () => (center = await createCallCenter({ now: Date.UTC(2027, 0, 11, 10) })));
  afterEach(() => center.close());

  const create = (more: object = {}) =>
    createConfiguration(
      center.deps,
      CreateLinkConfigurationRequest.parse({
        ...{ key: 'sales', name: 'Sales', kind: 'expiry', queueId: center.queueId, brand },
        ...more,
      }),
    );
  const change = (more: object) =>
    changeConfiguration(center.deps, { key: 'sales', change: ChangeLinkConfigurationRequest.parse(more) });
  const newLink = async (configuration = 'sales') => {
    const { url } = await createCallLink(center.deps, { agentId: null, displayName: 'Jo', configuration });
    return url.slice(url.lastIndexOf('/') + 1);
  };
  const view = (code: string) => viewCallLink(center.deps, { code });
  const redeem = (code: string, medium: Medium = 'audio', more: object = {}) =>
    redeemCallLink(center.deps, { code, secret: newSecret(), medium, ...more });

  it('is what was asked for, in full', async () => {
    const made = await create({ routing: { to: 'sharer' }, consent: 'ask', texts: { de: { welcome: 'Hallo' } } });
    assert.deepEqual(LinkConfiguration.parse(made), made);
    assert.deepEqual(made.routing, { to: 'sharer', fallbackMs: 20_000, whenBusy: 'queue' });
    assert.deepEqual([made.brand.color, made.brand.textColor, made.version], ['#ffaa00', '#000000', 1]);
    const { configurations } = await listConfigurations(center.deps);
    assert.deepEqual(
      configurations.find(({ key }) => key === 'sales'),
      made,
    );
  });

  it('decides what a link’s page shows (LNK-2, LNK-13)', async () => {
    await create({
      ...{ media: 'video', consent: 'notice', language: { mode: 'preset', language: 'de' } },
      ...{ texts: { de: { welcome: 'Hallo' } }, callOptions: { chat: false }, initialOptions: { muted: true } },
    });
    const seen = await view(await newLink());
    assert.deepEqual([seen.media, seen.consent, seen.language?.language], ['video', 'notice', 'de']);
    assert.deepEqual(
      [seen.brand.name, seen.brand.textColor, seen.texts],
      ['Acme', '#000000', { de: { welcome: 'Hallo' } }],
    );
    assert.deepEqual([seen.callOptions?.chat, seen.initialOptions?.muted], [false, true]);
  });

  for (const [media, allowed] of [
    ['audio', ['audio']],
    ['video', ['video']],
    ['both', ['audio', 'video']],
  ] as const)
    it(`that allows ${media} lets its customers call so and not otherwise (LNK-19)`, async () => {
      await create({ media });
      for (const medium of ['audio', 'video'] as const) {
        const calling = redeem(await newLink(), medium);
        if (allowed.some((one) => one === medium)) {
          const session = await calling;
          assert.equal(session.call.medium, medium);
          const { room, identity } = center.livekit.joinWith(session.media?.token ?? '');
          const role = media === 'audio' ? 'customer-audio' : 'customer';
          assert.equal(center.livekit.roleOf(room, identity), role, 'and the media server allows no more');
        } else await assert.rejects(calling, refused('media_not_allowed', 'medium'));
      }
    });

  for (const media of ['audio', 'both'] as const)
    it(`that allows ${media} and no shared screen gives no right to share one (SHR-1)`, async () => {
      await create({ media, callOptions: { screenShare: false } });
      const session = await redeem(await newLink(), 'audio');
      const { room, identity } = center.livekit.joinWith(session.media?.token ?? '');
      const role = media === 'audio' ? 'customer-audio-unshared' : 'customer-unshared';
      assert.equal(center.livekit.roleOf(room, identity), role);
      assert.ok(!roleTable[role].publish.includes('screen_share'));
    });

  it('that asks for consent starts no call without it, and keeps when it was given (T42)', async () => {
    await create({ consent: 'ask' });
    const code = await newLink();
    for (const more of [{}, { consent: false }])
      await assert.rejects(redeem(code, 'audio', more), refused('consent_required', 'consent'));
    assert.deepEqual(await center.deps.db.read((q) => q.all('select id from call')), []);
    await redeem(code, 'audio', { consent: true });
    const rows = await center.deps.db.read((q) => q.all('select consented_at from call'));
    assert.deepEqual(rows, [{ consented_at: center.deps.now() }]);
  });

  it('that only tells of recording, or is silent, needs no consent', async () => {
    for (const consent of ['off', 'notice']) {
      await create({ key: consent, consent });
      assert.equal((await redeem(await newLink(consent))).call.state, 'queued');
    }
  });

  it('closes its links outside its hours, unless a link has its own', async () => {
    const monday = { timeZone: 'UTC', days: ['mon'], from: '11:00', to: '12:00' };
    await create({ hours: monday });
    const code = await newLink();
    const seen = await view(code);
    assert.deepEqual([seen.state, seen.opensAt, seen.timeZone], ['not-open', Date.UTC(2027, 0, 11, 11), 'UTC']);
    await assert.rejects(redeem(code), refused('link_not_yet_active'));
    const { url } = await createCallLink(center.deps, {
      ...{ agentId: null, displayName: 'Jo', configuration: 'sales' },
      hours: { timeZone: 'UTC', days: ['mon'], from: '10:00', to: '10:30' },
    });
    assert.equal((await view(url.slice(url.lastIndexOf('/') + 1))).state, 'available');
    center.clock.moveTo(Date.UTC(2027, 0, 11, 11));
    assert.equal((await redeem(code)).call.state, 'queued');
  });

  it('says how long its links live', async () => {
    await create({ kind: 'one-time', lifeMs: 60_000 });
    assert.equal((await view(await newLink())).expiresAt, center.deps.now() + 60_000);
  });

  describe('that changes', () => {
    it('keeps what is not said, and gets a new version', async () => {
      const before = await create({
        consent: 'ask',
        hours: { timeZone: 'UTC', days: ['mon'], from: '09:00', to: '10:00' },
      });
      assert.deepEqual(await change({ version: 1, name: 'Sales and more', hours: null }), {
        ...before,
        ...{ name: 'Sales and more', hours: null, version: 2 },
      });
      assert.deepEqual((await change({ version: 2, brand: { ...brand, name: 'New' } })).consent, 'ask');
    });

    it('changes for links that are there, but for their kind and end', async () => {
      await create();
      const code = await newLink();
      const { expiresAt } = await view(code);
      await change({ version: 1, kind: 'one-time', lifeMs: 60_000, media: 'video', brand: { ...brand, name: 'New' } });
      const seen = await view(code);
      assert.deepEqual([seen.kind, seen.expiresAt, seen.media, seen.brand.name], ['expiry', expiresAt, 'video', 'New']);
    });

    it('is changed by exactly one of twenty who have read the same version', async () => {
      await create();
      const answers = await Promise.all(
        Array.from({ length: 20 }, (_, i) =>
          change({ version: 1, name: `Sales ${i}` }).then(
            () => 'won',
            (error: { code?: string }) => error.code,
          ),
        ),
      );
      assert.equal(answers.filter((one) => one === 'won').length, 1);
      assert.equal(answers.filter((one) => one === 'changed_meanwhile').length, 19);
    });

    it('needs a queue that is there, and is one itself', async () => {
      await create();
      const queueId = `que_${'x'.repeat(22)}`;
      await assert.rejects(change({ version: 1, queueId }), refused('invalid_request', 'queueId'));
      await assert.rejects(create({ key: 'other', queueId }), refused('invalid_request', 'queueId'));
      const gone = await center.deps.db.tx((q) =>
        q.get<{ id: string }>(
          `insert into queue (id, key, name, archived_at) values ('que_${'y'.repeat(22)}', 'gone', 'Gone', 1) returning id`,
        ),
      );
      await assert.rejects(change({ version: 1, queueId: gone?.id }), refused('invalid_request', 'queueId'));
      await assert.rejects(
        changeConfiguration(center.deps, { key: 'nothing', change: { version: 1 } }),
        refused('not_found'),
      );
    });
  });

  it('has a key of its own, for ever', async () => {
    await create();
    await assert.rejects(create(), refused('key_taken', 'key'));
    await archiveConfiguration(center.deps, { key: 'sales' });
    await assert.rejects(create(), refused('key_taken', 'key'));
  });

  it('that is archived makes no links any more, and those that it made go on', async () => {
    await create();
    const code = await newLink();
    await archiveConfiguration(center.deps, { key: 'sales' });
    await assert.rejects(newLink(), refused('configuration_not_found'));
    await assert.rejects(change({ version: 2, name: 'X' }), refused('not_found'));
    await assert.rejects(archiveConfiguration(center.deps, { key: 'sales' }), refused('not_found'));
    assert.ok(!(await listConfigurations(center.deps)).configurations.some(({ key }) => key === 'sales'));
    assert.equal((await redeem(code)).call.state, 'queued');
  });

  it('that is built in stays (LNK-17)', async () => {
    await assert.rejects(archiveConfiguration(center.deps, { key: 'default' }), refused('configuration_built_in'));
    assert.ok(await newLink('default'));
  });

  it('is for agents a name, a kind and its hours', async () => {
    const hours: AllowedHours = { timeZone: 'Europe/Zagreb', days: ['mon'], from: '09:00', to: '17:00' };
    await create({ media: 'audio', hours });
    const { choices } = await listLinkChoices(center.deps);
    assert.deepEqual(
      choices.find(({ key }) => key === 'sales'),
      {
        ...{ key: 'sales', name: 'Sales', kind: 'expiry', media: 'audio', hours },
      },
    );
    assert.equal(choices.find(({ key }) => key === 'scheduled')?.kind, 'time-frame');
  });
});
