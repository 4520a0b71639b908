import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { backgroundLimits, readImageHeader, type BackgroundChoice } from '@carillon/contract';
import { archiveAgent } from '../agent/archive-agent.js';
import { createCallCenter, type CallCenter } from '../testing/call-center.js';
import { pictureOf, pngOf, sidewaysJpeg, type PictureType } from '../testing/pictures.js';
import { addBackgroundImage } from './add-background-image.js';
import { chooseBackground } from './choose-background.js';
import { listBackgroundImages } from './list-background-images.js';
import { readBackgroundImage } from './read-background-image.js';
import { readBackground } from './read-background.js';
import { removeBackgroundImage } from './remove-background-image.js';

const blur: BackgroundChoice = { background: 'blur', strength: 3, faceTrace: true, imageId: null };
const showing = (imageId: string): BackgroundChoice => ({ ...blur, background: 'image', imageId });
const refused = (code: string, field?: string) => (error: unknown) => {
  const { code: found, fields } = error as { code?: string; fields?: readonly string[] };
  assert.deepEqual([found, fields?.[0]], [code, field]);
  return true;
};

describe('an agent’s background (BGD-3)', () => {
  let center: CallCenter;
  let ana: string;
  let ben: string;
  beforeEach(async () => {
    center = await createCallCenter();
    [ana, ben] = [(await center.agent('Ana')).id, (await center.agent('Ben')).id];
  });
  afterEach(() => center.close());

  const choose = (agentId: string, choice: BackgroundChoice) => chooseBackground(center.deps, { agentId, choice });
  const choiceOf = async (agentId: string) => (await readBackground(center.deps, { agentId })).choice;
  const add = async (agentId: string, height = 20, name = '') =>
    addBackgroundImage(center.deps, { agentId, file: await pictureOf(20, height), name });
  const imagesOf = async (agentId: string) => (await listBackgroundImages(center.deps, { agentId })).images;
  const idsOf = async (agentId: string) => (await imagesOf(agentId)).map(({ id }) => id);
  const count = async (table: string) =>
    (await center.deps.db.read((q) => q.all(`select 1 as one from ${table}`))).length;

  it('is nothing that was chosen, at first', async () => assert.equal(await choiceOf(ana), null));

  for (const choice of [
    blur,
    { ...blur, background: 'none', faceTrace: false },
    { ...blur, strength: 1, faceTrace: false },
    showing('company:hall'),
    showing('5f3c0d0e-7f0b-4a3c-9d0a-2f1f6a0f2b11'),
  ] as const satisfies readonly BackgroundChoice[])
    it(`is kept as it was chosen: ${choice.background}, ${choice.strength}, ${choice.imageId}`, async () => {
      assert.deepEqual(await choose(ana, choice), { choice });
      assert.deepEqual(await choiceOf(ana), choice);
      assert.equal(await choiceOf(ben), null, 'for nobody else');
    });

  it('is the last of what was chosen', async () => {
    await choose(ana, blur);
    await choose(ben, blur);
    await choose(ana, { ...blur, background: 'none' });
    assert.deepEqual([(await choiceOf(ana))?.background, (await choiceOf(ben))?.background], ['none', 'blur']);
    for (const choice of [showing('company:hall'), { ...blur, strength: 1, faceTrace: false }] as const) {
      await choose(ana, choice);
      assert.deepEqual(await choiceOf(ana), choice);
    }
  });

  it('may be a picture of one’s own, and of nobody else', async () => {
    const { id } = await add(ana);
    assert.deepEqual(await choose(ana, showing(id)), { choice: showing(id) });
    await assert.rejects(choose(ben, showing(id)), refused('invalid_request', 'imageId'));
    await assert.rejects(choose(ben, showing(`bgi_${'A'.repeat(22)}`)), refused('invalid_request', 'imageId'));
    assert.equal(await choiceOf(ben), null);
  });

  it('is blurred once its picture is removed, never the room; another choice stays', async () => {
    const [beach, hall] = [await add(ana), await add(ana, 30)];
    await choose(ana, showing(hall.id));
    await removeBackgroundImage(center.deps, { agentId: ana, imageId: beach.id });
    assert.deepEqual(await choiceOf(ana), showing(hall.id));
    await removeBackgroundImage(center.deps, { agentId: ana, imageId: hall.id });
    assert.deepEqual(await choiceOf(ana), blur);
    assert.deepEqual(await idsOf(ana), []);
  });

  it('goes with its pictures when somebody works here no more, and only theirs', async () => {
    for (const agentId of [ana, ben]) {
      await add(agentId);
      await choose(agentId, blur);
    }
    await archiveAgent(center.deps, { agentId: ana });
    assert.deepEqual([await count('agent_background'), await count('background_image')], [1, 1]);
    assert.deepEqual([await choiceOf(ben), (await idsOf(ben)).length], [blur, 1]);
  });

  describe('a picture', () => {
    for (const type of ['png', 'jpeg', 'webp'] as const satisfies readonly PictureType[])
      it(`is taken as ${type} and kept as WebP of its size`, async () => {
        const file = await pictureOf(120, 40, type);
        const { id, ...kept } = await addBackgroundImage(center.deps, { agentId: ana, file, name: 'Beach' });
        const data = await readBackgroundImage(center.deps, { agentId: ana, imageId: id });
        assert.deepEqual(readImageHeader(data), { type: 'image/webp', width: 120, height: 40 });
        const addedAt = center.deps.now();
        assert.deepEqual(kept, { name: 'Beach', width: 120, height: 40, bytes: data.length, addedAt });
      });

    it('has 1,920 pixels a side at most', async () => {
      const file = await pictureOf(3_840, 100);
      const { width, height } = await addBackgroundImage(center.deps, { agentId: ana, file, name: '' });
      assert.deepEqual([width, height], [1_920, 50]);
    });

    it('says neither where it was taken nor anything else of its file, whatever the browser has left in it', async () => {
      const { id } = await addBackgroundImage(center.deps, {
        agentId: ana,
        file: await sidewaysJpeg(60, 30),
        name: '',
      });
      const data = await readBackgroundImage(center.deps, { agentId: ana, imageId: id });
      for (const word of ['GPS', 'Exif', 'EXIF', 'XMP', 'ICCP']) assert.ok(!data.includes(word), word);
    });

    it('is refused by its header, and nothing is kept of one that cannot be decoded', async () => {
      const whole = await pictureOf(60, 40);
      for (const [file, code] of [
        [pngOf(20_000, 20_000), 'picture_dimensions'],
        [Buffer.from('<svg/>'), 'picture_unsupported'],
        [whole.subarray(0, 40), 'picture_damaged'],
      ] as const)
        await assert.rejects(addBackgroundImage(center.deps, { agentId: ana, file, name: '' }), refused(code));
      assert.deepEqual(await idsOf(ana), []);
    });

    it('is the same when it is sent again, and another one of somebody else', async () => {
      const first = await add(ana, 20, 'Beach');
      center.clock.moveTo(center.deps.now() + 1);
      assert.deepEqual(await add(ana, 20, 'Sea'), first);
      assert.notEqual((await add(ben)).id, first.id);
      assert.equal(await count('background_image'), 2);
    });

    it('stands in the order in which it was added', async () => {
      const added: string[] = [];
      for (const height of [50, 20, 40]) {
        added.push((await add(ana, height)).id);
        center.clock.moveTo(center.deps.now() + 1);
      }
      assert.deepEqual(await idsOf(ana), added);
      const [first = '', ...others] = added;
      await center.deps.db.tx((q) => q.run('update background_image set added_at = added_at + 9 where id = $1', first));
      assert.deepEqual(await idsOf(ana), [...others, first]);
    });

    it('stands in one order with others of the same moment, too', async () => {
      for (let height = 8; height < 14; height++) await add(ana, height);
      const ids = await idsOf(ana);
      assert.deepEqual(ids, [...ids].sort());
    });

    it('is nobody else’s: neither listed nor given nor removed, in the words for one that there is not', async () => {
      const { id } = await add(ana);
      assert.deepEqual(await idsOf(ben), []);
      for (const imageId of [id, `bgi_${'A'.repeat(22)}`]) {
        await assert.rejects(readBackgroundImage(center.deps, { agentId: ben, imageId }), refused('not_found'));
        await assert.rejects(removeBackgroundImage(center.deps, { agentId: ben, imageId }), refused('not_found'));
      }
      assert.deepEqual(await idsOf(ana), [id]);
    });

    it('is one of forty at most, also of two that come at once', async () => {
      for (let i = 0; i < backgroundLimits.images - 1; i++) await add(ana, 8 + i);
      const last = await Promise.allSettled([add(ana, 100), add(ana, 101)]);
      assert.deepEqual(last.map(({ status }) => status).sort(), ['fulfilled', 'rejected']);
      const [first] = await imagesOf(ana);
      assert.deepEqual(await add(ana, first?.height), first, 'one of them may be sent again');
      await assert.rejects(add(ana, 102), refused('too_many_backgrounds'));
      await removeBackgroundImage(center.deps, { agentId: ana, imageId: first?.id ?? '' });
      assert.equal((await add(ana, 102)).height, 102);
      assert.equal((await add(ben, 102)).height, 102, 'others have room of their own');
    });
  });
});
