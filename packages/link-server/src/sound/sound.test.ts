import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { archiveQueue } from '../queue/archive-queue.js';
import { changeQueue } from '../queue/change-queue.js';
import { createQueue } from '../queue/create-queue.js';
import { createCallCenter, type CallCenter } from '../testing/call-center.js';
import { wavOf } from '../testing/sounds.js';
import { tidy } from '../testing/tidy.js';
import { keepSound } from './keep-sound.js';
import { readSound } from './read-sound.js';

const dayMs = 24 * 3_600_000;
const refused = (code: string, field?: string) => (error: unknown) => {
  const { code: found, fields } = error as { code?: string; fields?: readonly string[] };
  assert.deepEqual([found, fields?.[0]], [code, field]);
  return true;
};

describe('a sound of a company (HLD-7)', () => {
  let center: CallCenter;
  beforeEach(async () => (center = await createCallCenter()));
  afterEach(() => center.close());

  const keep = (hz = 440) => keepSound(center.deps, wavOf({ hz }));
  const ids = () =>
    center.deps.db.read(async (q) =>
      (await q.all<{ id: string }>('select id from sound order by id')).map(({ id }) => id),
    );
  const create = (settings: object, key = 'sales') => createQueue(center.deps, { key, name: 'Sales', ...settings });

  it('is kept as it is, by what its bytes say', async () => {
    const { id, type, bytes } = await keep();
    assert.match(id, /^snd_[\w-]{22}$/);
    assert.deepEqual([type, bytes], ['audio/wav', wavOf().length]);
    assert.deepEqual(await readSound(center.deps, id), { type, data: wavOf() });
  });

  it('has the same id whenever it is sent, and another one than others', async () => {
    assert.deepEqual(await keep(), await keep());
    assert.notEqual((await keep(880)).id, (await keep()).id);
    assert.equal((await ids()).length, 2);
  });

  it('that is none is refused, and nothing is kept of it', async () => {
    await assert.rejects(keepSound(center.deps, Buffer.from('hello')), refused('sound_unsupported'));
    await assert.rejects(keepSound(center.deps, wavOf().subarray(0, 44)), refused('sound_damaged'));
    assert.deepEqual(await ids(), []);
  });

  it('may be played by a queue once it is there, and not before', async () => {
    const { id } = await keep();
    const missing = `snd_${'A'.repeat(22)}`;
    await assert.rejects(create({ holdMusic: missing }), refused('invalid_request', 'holdMusic'));
    await assert.rejects(
      create({ holdAnnouncement: { sound: missing, everyMs: 30_000 } }),
      refused('invalid_request', 'holdAnnouncement.sound'),
    );
    const made = await create({ holdMusic: id, holdAnnouncement: { sound: id, everyMs: 30_000 } });
    assert.deepEqual([made.holdMusic, made.holdAnnouncement], [id, { sound: id, everyMs: 30_000 }]);
  });

  it('goes after a day in which no queue names it; one that is named stays, by an archived queue too', async () => {
    const [music, said, unused] = [await keep(1), await keep(2), await keep(3)];
    await create({ holdMusic: music.id });
    const { id } = await create({ holdAnnouncement: { sound: said.id, everyMs: 10_000 } }, 'other');
    await archiveQueue(center.deps, { queueId: id });
    await tidy(center, dayMs - 1);
    assert.equal((await ids()).length, 3, unused.id);
    await tidy(center, 1);
    assert.deepEqual(await ids(), [music.id, said.id].sort());
    await assert.rejects(readSound(center.deps, unused.id), refused('not_found'));
  });

  it('that a queue is given at the last moment stays', async () => {
    const { id } = await keep();
    center.clock.moveTo(center.deps.now() + dayMs);
    const queue = await create({ holdMusic: id });
    await changeQueue(center.deps, { queueId: queue.id, change: { version: 1, holdMusic: null } });
    await tidy(center, dayMs - 1);
    assert.deepEqual(await ids(), [id]);
  });

  it('finds room among twenty that no queue plays', async () => {
    const [first] = await Promise.all(Array.from({ length: 20 }, (_, i) => keep(100 + i)));
    await assert.rejects(keep(), refused('too_many_sounds'));
    assert.deepEqual(await keep(100), first, 'one of them may be sent again');
    await create({ holdMusic: first?.id });
    assert.equal((await keep()).type, 'audio/wav');
  });
});

describe('what customers of a queue hear on hold (HLD-7)', () => {
  let center: CallCenter;
  let music: string;
  beforeEach(async () => {
    center = await createCallCenter();
    music = (await keepSound(center.deps, wavOf())).id;
  });
  afterEach(() => center.close());
  const announcement = { sound: null, everyMs: 20_000 };
  const made = (settings: object) => createQueue(center.deps, { key: 'sales', name: 'Sales', ...settings });

  it('is built-in music and nothing said, unless somebody has chosen', async () => {
    const { holdSound, holdMusic, holdAnnouncement } = await made({});
    assert.deepEqual([holdSound, holdMusic, holdAnnouncement], ['music', null, null]);
  });

  it('stays where a change does not name it', async () => {
    const { id } = await made({ holdMusic: music, holdAnnouncement: announcement });
    const change = { version: 1, name: 'Sales and service' };
    const after = await changeQueue(center.deps, { queueId: id, change });
    assert.deepEqual([after.holdMusic, after.holdAnnouncement], [music, announcement]);
  });

  it('is no file any more for whoever knows of none and chooses another sound', async () => {
    const { id } = await made({ holdMusic: music, holdAnnouncement: announcement });
    const change = { version: 1, holdSound: 'ringing' } as const;
    const after = await changeQueue(center.deps, { queueId: id, change });
    assert.deepEqual([after.holdSound, after.holdMusic, after.holdAnnouncement], ['ringing', null, announcement]);
  });

  it('is no file where no music is to be heard', async () => {
    await assert.rejects(made({ holdSound: 'none', holdMusic: music }), refused('invalid_request', 'holdMusic'));
  });

  for (const [what, set] of [
    ['music that is not there', "hold_music = 'snd_x'"],
    ['a file where it rings', "hold_music = $1, hold_sound = 'ringing'"],
    ['an announcement that is never repeated', 'hold_announcement = $1'],
    ['one that comes too often', 'hold_announcement_every_ms = 9999'],
    ['one that comes too seldom', 'hold_announcement_every_ms = 600001'],
  ] as const)
    it(`cannot be ${what}, whoever writes it`, async () => {
      await made({});
      const values = set.includes('$1') ? [music] : [];
      await assert.rejects(center.deps.db.tx((q) => q.run(`update queue set ${set}`, ...values)));
    });
});
