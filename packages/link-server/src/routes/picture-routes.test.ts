import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { Picture, routes, type Problem } from '@carillon/contract';
import { createHttpBench, deskOrigin, type HttpBench } from '../testing/http-bench.js';
import { pictureOf } from '../testing/pictures.js';

const logo = `${routes.pictures}?use=logo`;

describe('the routes of pictures', () => {
  let bench: HttpBench;
  let admin: string;
  let file: Buffer;
  before(async () => {
    bench = await createHttpBench();
    admin = await bench.signIn('ana');
    file = await pictureOf(60, 20);
  });
  after(() => bench.close());

  const upload = (path = logo, headers: Readonly<Record<string, string>> = {}, body: Uint8Array = file) =>
    bench.ask<Partial<Problem>>(path, { bearer: admin, body, headers: { 'content-type': 'image/png', ...headers } });

  it('take one from an administrator and give it to everybody, on pages of any origin', async () => {
    const made = await upload(logo, { origin: deskOrigin });
    assert.equal(made.status, 201);
    assert.equal(made.headers.get('access-control-allow-origin'), deskOrigin);
    const { id, bytes } = Picture.parse(made.json);
    const { status, headers } = await bench.ask(routes.picture(id));
    assert.equal(status, 200);
    const response = await bench.app.request(routes.picture(id));
    assert.equal((await response.arrayBuffer()).byteLength, bytes);
    for (const [name, value] of [
      ['content-type', 'image/webp'],
      ['cache-control', 'public, max-age=31536000, immutable'],
      ['x-content-type-options', 'nosniff'],
      ['cross-origin-resource-policy', 'cross-origin'],
      ['content-security-policy', "default-src 'none'; sandbox; frame-ancestors 'none'"],
      ['content-disposition', 'attachment; filename="picture.webp"'],
      ['etag', `"${id}"`],
    ] as const)
      assert.equal(headers.get(name), value, name);
  });

  it('send it once, and say so to whoever asks again', async () => {
    const { id } = Picture.parse((await upload()).json);
    const again = await bench.ask(routes.picture(id), { headers: { 'if-none-match': `"${id}"` } });
    assert.deepEqual([again.status, again.text], [304, '']);
    const head = await bench.ask(routes.picture(id), { method: 'HEAD' });
    assert.deepEqual([head.status, head.text, head.headers.get('content-type')], [200, '', 'image/webp']);
  });

  it('are for administrators', async () => {
    for (const [bearer, code] of [
      [undefined, 'unauthenticated'],
      [await bench.signIn('ben'), 'forbidden'],
    ] as const) {
      const { json } = await bench.ask<Partial<Problem>>(logo, {
        ...(bearer ? { bearer } : {}),
        body: file,
        headers: { 'content-type': 'image/png' },
      });
      assert.equal(json.code, code);
    }
  });

  it('know nothing by another name', async () => {
    for (const id of [`pic_${'A'.repeat(22)}`, '../secret', 'pic_', '__proto__'])
      assert.equal((await bench.ask(`/v1/pictures/${encodeURIComponent(id)}`)).status, 404, id);
  });

  for (const [what, path, headers, expected] of [
    ['no use', routes.pictures, {}, 'invalid_request'],
    ['a use that there is not', `${routes.pictures}?use=favicon`, {}, 'invalid_request'],
    ['a name', `${logo}&name=logo.png`, {}, 'invalid_request'],
    ['an SVG', logo, { 'content-type': 'image/svg+xml' }, 'picture_unsupported'],
    ['JSON', logo, { 'content-type': 'application/json' }, 'picture_unsupported'],
    ['a form', logo, { 'content-type': 'multipart/form-data; boundary=x' }, 'picture_unsupported'],
    ['a length that is too much', logo, { 'content-length': '1048577' }, 'body_too_large'],
    ['another site', logo, { origin: 'https://evil.example' }, 'origin_not_allowed'],
  ] as const)
    it(`refuse ${what} as ${expected}`, async () => {
      assert.equal((await upload(path, headers)).json.code, expected);
    });

  it('hold a logo to 1 MiB and a background to 10, to the byte', async () => {
    const filled = (bytes: number) => Buffer.concat([file, Buffer.alloc(bytes - file.length)]);
    const MiB = 1_024 * 1_024;
    assert.equal((await upload(logo, {}, filled(MiB))).status, 201);
    assert.equal((await upload(logo, {}, filled(MiB + 1))).json.code, 'body_too_large');
    const background = `${routes.pictures}?use=background`;
    assert.equal((await upload(background, {}, filled(10 * MiB))).status, 201);
    assert.equal((await upload(background, {}, filled(10 * MiB + 1))).json.code, 'body_too_large');
  });

  it('make the same of the same request, so that a client may repeat it', async () => {
    assert.deepEqual((await upload()).json, (await upload()).json);
  });
});
