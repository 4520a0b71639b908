import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { CreateLinkConfigurationRequest, pictureLimits, readImageHeader } from '@carillon/contract';
import { createConfiguration } from '../call-link/create-configuration.js';
import { changeConfiguration } from '../call-link/change-configuration.js';
import { archiveConfiguration } from '../call-link/archive-configuration.js';
import { createCallCenter, type CallCenter } from '../testing/call-center.js';
import { pictureOf, pngOf, sidewaysJpeg, type PictureType } from '../testing/pictures.js';
import { tidy } from '../testing/tidy.js';
import { keepPicture } from './keep-picture.js';
import { readPicture } from './read-picture.js';

const dayMs = 24 * 3_600_000;
const refused = (code: string, field?: string) => (error: unknown) => {
  const { code: found, fields } = error as { code?: string; fields?: readonly string[] };
  assert.deepEqual([found, fields?.[0]], [code, field]);
  return true;
};

describe('a picture of a company', () => {
  let center: CallCenter;
  beforeEach(async () => (center = await createCallCenter()));
  afterEach(() => center.close());

  const keep = (file: Uint8Array, use: 'logo' | 'background' = 'logo') => keepPicture(center.deps, { file, use });
  const ids = () =>
    center.deps.db.read(async (q) => (await q.all<{ id: string }>('select id from picture')).map(({ id }) => id));
  const create = (brand: object, key = 'sales') =>
    createConfiguration(
      center.deps,
      CreateLinkConfigurationRequest.parse({
        ...{ key, name: 'Sales', kind: 'expiry', queueId: center.queueId },
        brand: { name: 'Acme', color: '#0f62c4', welcome: 'Hello', ...brand },
      }),
    );

  for (const type of ['png', 'jpeg', 'webp'] as const satisfies readonly PictureType[])
    it(`is taken as ${type} and kept as WebP of its size`, async () => {
      const kept = await keep(await pictureOf(120, 40, type));
      const data = await readPicture(center.deps, kept.id);
      assert.deepEqual(readImageHeader(data), { type: 'image/webp', width: 120, height: 40 });
      assert.deepEqual([kept.width, kept.height, kept.bytes], [120, 40, data.length]);
    });

  it('is made as small as it is shown, and never larger', async () => {
    const wide = await keep(await pictureOf(1_000, 500));
    assert.deepEqual([wide.width, wide.height], [480, 240]);
    const screen = await keep(await pictureOf(3_840, 100), 'background');
    assert.deepEqual([screen.width, screen.height], [1_920, 50]);
    assert.equal((await keep(await pictureOf(8, 4), 'background')).width, 8);
  });

  it('stands upright, and says neither where it was taken nor anything else of its file (T35)', async () => {
    const file = await sidewaysJpeg(60, 30);
    assert.ok(file.includes('GPS'));
    const kept = await keep(file);
    assert.deepEqual([kept.width, kept.height], [30, 60]);
    const data = await readPicture(center.deps, kept.id);
    for (const word of ['GPS', 'Exif', 'EXIF', 'XMP', 'ICCP']) assert.ok(!data.includes(word), word);
  });

  it('hides nothing behind its end', async () => {
    const script = Buffer.from('<script>alert(1)</script>');
    const { id } = await keep(Buffer.concat([await pictureOf(20, 20), script]));
    assert.ok(!(await readPicture(center.deps, id)).includes(script));
  });

  it('has the same id whenever it is sent, and another one than others', async () => {
    const [first, again] = [await keep(await pictureOf(20, 20)), await keep(await pictureOf(20, 20))];
    assert.deepEqual(first, again);
    assert.notEqual((await keep(await pictureOf(20, 21))).id, first.id);
    assert.equal((await ids()).length, 2);
  });

  it('is refused by its header, before anything is decoded (T35, upload-001)', async () => {
    const bomb = pngOf(20_000, 20_000);
    assert.ok(bomb.length < 60_000, 'as small as the one that was measured');
    const before = process.memoryUsage().rss;
    await assert.rejects(keep(bomb, 'background'), refused('picture_dimensions'));
    assert.ok(process.memoryUsage().rss - before < 800e6, 'its pixels alone would take 1.6 GB');
    const { side } = pictureLimits;
    await assert.rejects(keep(pngOf(side + 1, 1)), refused('picture_dimensions'));
    await assert.rejects(keep(pngOf(side, 2_026)), refused('picture_dimensions'));
    assert.equal((await keep(pngOf(side, 1))).width, 480);
    assert.deepEqual(await ids(), [(await keep(pngOf(side, 1))).id]);
  });

  it('that cannot be decoded is refused, and nothing is kept of it', async () => {
    const whole = await pictureOf(60, 40);
    const damaged = Buffer.from(whole).fill(0x5a, 60, 90);
    for (const file of [whole.subarray(0, 40), damaged, pngOf(0, 0), pngOf(40, 40, Buffer.alloc(3))])
      await assert.rejects(keep(file), refused('picture_damaged'));
    assert.deepEqual(await ids(), []);
  });

  it('may be shown by a configuration once it is there, and not before', async () => {
    const { id } = await keep(await pictureOf(20, 20));
    const made = await create({ logo: id, backgroundImage: id });
    assert.deepEqual([made.brand.logo, made.brand.backgroundImage], [id, id]);
    const missing = `pic_${'A'.repeat(22)}`;
    await assert.rejects(create({ logo: missing }, 'other'), refused('invalid_request', 'brand.logo'));
    const brand = {
      name: 'Acme',
      color: '#0f62c4',
      background: null,
      logo: null,
      backgroundImage: missing,
      welcome: 'Hi',
    };
    const change = { version: 1, brand };
    await assert.rejects(
      changeConfiguration(center.deps, { key: 'sales', change }),
      refused('invalid_request', 'brand.backgroundImage'),
    );
  });

  it('goes after a day in which nothing has shown it; one that is shown stays, with an archived configuration too', async () => {
    const [used, unused] = [await keep(await pictureOf(20, 20)), await keep(await pictureOf(20, 30))];
    await create({ logo: used.id });
    await archiveConfiguration(center.deps, { key: 'sales' });
    await tidy(center, dayMs - 1);
    assert.equal((await ids()).length, 2, unused.id);
    await tidy(center, 1);
    assert.deepEqual(await ids(), [used.id]);
    await assert.rejects(readPicture(center.deps, unused.id), refused('not_found'));
  });

  it('finds room among forty that nothing shows (upload-019)', async () => {
    const [first] = await Promise.all(Array.from({ length: 40 }, async (_, i) => keep(await pictureOf(8, 8 + i))));
    const next = await pictureOf(8, 100);
    await assert.rejects(keep(next), refused('too_many_pictures'));
    assert.deepEqual(await keep(await pictureOf(8, 8)), first, 'one of them may be sent again');
    await create({ logo: first?.id });
    assert.equal((await keep(next)).height, 100);
  });
});
