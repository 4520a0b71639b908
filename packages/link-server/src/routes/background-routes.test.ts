import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import {
  AgentBackground,
  BackgroundImage,
  BackgroundImageList,
  backgroundLimits,
  routes,
  type Problem,
} from '@carillon/contract';
import { assertRefused, rowsOf, valueOf } from '../testing/bad-inputs.js';
import { createHttpBench, deskOrigin, type HttpBench } from '../testing/http-bench.js';
import { pictureOf } from '../testing/pictures.js';

const blur = { background: 'blur', strength: 2, faceTrace: false, imageId: null };

describe('the routes of an agent’s background (BGD-3)', () => {
  let bench: HttpBench;
  let ana: string;
  let ben: string;
  let file: Buffer;
  before(async () => {
    bench = await createHttpBench();
    [ana, ben] = [await bench.signIn('ana'), await bench.signIn('ben')];
    file = await pictureOf(60, 20);
  });
  after(() => bench.close());
  // So many uploads a minute; each test begins with a clean slate.
  beforeEach(() => bench.clock.moveTo(bench.deps.now() + 60_000));

  const choose = (bearer: string, body: unknown) =>
    bench.ask<Partial<Problem>>(routes.agentBackground, { method: 'PUT', bearer, body });
  const add = (bearer: string | undefined, body: Uint8Array = file, more = '', headers = {}) =>
    bench.ask<Partial<Problem>>(routes.agentBackgroundImages + more, {
      bearer,
      body,
      headers: { 'content-type': 'image/jpeg', ...headers },
    });
  const choiceOf = async (bearer: string) =>
    AgentBackground.parse((await bench.ask(routes.agentBackground, { bearer })).json).choice;
  const imagesOf = async (bearer: string) =>
    BackgroundImageList.parse((await bench.ask(routes.agentBackgroundImages, { bearer })).json).images;
  const addOne = async (bearer: string) => BackgroundImage.parse((await add(bearer)).json);

  it('keep a choice for whoever makes it, in whichever browser they sign in', async () => {
    const made = await choose(ana, blur);
    assert.deepEqual([made.status, made.json], [200, { choice: blur }]);
    assert.equal(made.headers.get('cache-control'), 'no-store');
    assert.deepEqual(await choiceOf(await bench.signIn('ana')), blur);
    assert.equal(await choiceOf(ben), null);
  });

  it('take a picture with its name, list it and give it back, on pages of any allowed origin', async () => {
    const made = await add(ana, file, '?name=My%20beach', { origin: deskOrigin });
    assert.equal(made.status, 201);
    assert.equal(made.headers.get('access-control-allow-origin'), deskOrigin);
    const image = BackgroundImage.parse(made.json);
    assert.deepEqual(await imagesOf(ana), [image]);
    assert.equal(image.name, 'My beach');
    const response = await bench.app.request(routes.agentBackgroundImage(image.id), {
      headers: { authorization: `Bearer ${ana}` },
    });
    assert.deepEqual([response.status, (await response.arrayBuffer()).byteLength], [200, image.bytes]);
    for (const [name, value] of [
      ['content-type', 'image/webp'],
      ['cache-control', 'private, no-cache'],
      ['x-content-type-options', 'nosniff'],
      ['content-security-policy', "default-src 'none'; sandbox; frame-ancestors 'none'"],
      ['etag', `"${image.id}"`],
    ] as const)
      assert.equal(response.headers.get(name), value, name);
  });

  it('send a picture once, and look whose it is each time they are asked', async () => {
    const { id } = await addOne(ana);
    const again = (bearer?: string) =>
      bench.ask<Partial<Problem>>(routes.agentBackgroundImage(id), {
        bearer,
        headers: { 'if-none-match': `"${id}"` },
      });
    assert.deepEqual([(await again(ana)).status, (await again(ana)).text], [304, '']);
    assert.deepEqual([(await again(ben)).status, (await again(ben)).json.code], [404, 'not_found']);
    assert.equal((await again()).status, 401);
  });

  it('show a picture to nobody but the agent: no customer, no administrator and no other agent', async () => {
    const { secret } = await bench.talking();
    const { id } = await addOne(ben);
    for (const [bearer, code] of [
      [secret, 'forbidden'],
      [ana, 'not_found'],
      [undefined, 'unauthenticated'],
    ] as const)
      for (const method of ['GET', 'DELETE']) {
        const { json } = await bench.ask<Partial<Problem>>(routes.agentBackgroundImage(id), { method, bearer });
        assert.equal(json.code, code);
      }
    assert.equal((await bench.ask(routes.picture(id))).status, 404, 'nor among those for everybody');
    assert.ok((await imagesOf(ben)).some((image) => image.id === id));
  });

  it('remove a picture, once', async () => {
    const { id } = await addOne(ana);
    const remove = () => bench.ask(routes.agentBackgroundImage(id), { method: 'DELETE', bearer: ana });
    assert.deepEqual([(await remove()).status, (await remove()).status], [200, 404]);
    assert.ok(!(await imagesOf(ana)).some((image) => image.id === id));
  });

  for (const [what, more, headers, expected] of [
    ['a path for a name', '?name=..%2F..%2Fx', {}, 'invalid_request'],
    ['a name of two lines', '?name=a%0D%0Ab', {}, 'invalid_request'],
    ['something beside the name', '?name=a&agentId=x', {}, 'invalid_request'],
    ['a GIF', '', { 'content-type': 'image/gif' }, 'picture_unsupported'],
    ['a form', '', { 'content-type': 'multipart/form-data; boundary=x' }, 'picture_unsupported'],
    ['a length that is too much', '', { 'content-length': '10485761' }, 'body_too_large'],
    ['another site', '', { origin: 'https://evil.example' }, 'origin_not_allowed'],
  ] as const)
    it(`refuse ${what} as ${expected}`, async () => {
      assert.equal((await add(ana, file, more, headers)).json.code, expected);
    });

  it('hold a picture to 10 MiB, to the byte', async () => {
    const filled = (bytes: number) => Buffer.concat([file, Buffer.alloc(bytes - file.length)]);
    const most = 10 * 1_024 * 1_024;
    assert.equal((await add(ana, filled(most))).status, 201);
    assert.equal((await add(ana, filled(most + 1))).json.code, 'body_too_large');
  });

  it('let an agent add so many a minute, and others as well', async () => {
    for (let i = 0; i < backgroundLimits.addedPerMinute; i++) assert.equal((await add(ana)).status, 201);
    assert.equal((await add(ana)).json.code, 'rate_limited');
    assert.equal((await add(ben)).status, 201);
  });

  for (const row of rowsOf('background'))
    it(`${row.id}: ${row.why} → ${row.expect}`, async () => {
      await choose(ana, blur);
      const fixtures = { foreignImage: (await addOne(ben)).id, foreignAgent: 'agt_AAAAAAAAAAAAAAAAAAAAAA' };
      const value = valueOf(row, fixtures, 0);
      const body = { ...blur, ...(row.field === 'imageId' ? { background: 'image' } : {}), [row.field]: value };
      assertRefused(row, await choose(ana, row.raw ?? body), value);
      assert.deepEqual(await choiceOf(ana), blur);
    });
});
