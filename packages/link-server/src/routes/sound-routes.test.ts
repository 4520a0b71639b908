import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { routes, Sound, soundLimits, type Problem } from '@carillon/contract';
import { createHttpBench, deskOrigin, type HttpBench } from '../testing/http-bench.js';
import { wavOf } from '../testing/sounds.js';

describe('the routes of sounds (HLD-7)', () => {
  const file = wavOf();
  let bench: HttpBench;
  let admin: string;
  before(async () => {
    bench = await createHttpBench();
    admin = await bench.signIn('ana');
  });
  after(() => bench.close());

  const upload = (
    headers: Readonly<Record<string, string>> = {},
    body: Uint8Array = file,
    path: string = routes.sounds,
  ) => bench.ask<Partial<Problem>>(path, { bearer: admin, body, headers: { 'content-type': 'audio/wav', ...headers } });
  const kept = async () => Sound.parse((await upload()).json);
  const part = async (range: string, more: Readonly<Record<string, string>> = {}) => {
    const { id } = await kept();
    const response = await bench.app.request(routes.sound(id), { headers: { range, ...more } });
    return { status: response.status, headers: response.headers, data: Buffer.from(await response.arrayBuffer()) };
  };

  it('take one from an administrator and give it to everybody, on pages of any origin', async () => {
    const made = await upload({ origin: deskOrigin });
    assert.equal(made.status, 201);
    assert.equal(made.headers.get('access-control-allow-origin'), deskOrigin);
    const { id } = Sound.parse(made.json);
    const response = await bench.app.request(routes.sound(id));
    assert.deepEqual([response.status, Buffer.from(await response.arrayBuffer())], [200, file]);
    for (const [name, value] of [
      ['content-type', 'audio/wav'],
      ['cache-control', 'public, max-age=31536000, immutable'],
      ['x-content-type-options', 'nosniff'],
      ['cross-origin-resource-policy', 'cross-origin'],
      ['content-security-policy', "default-src 'none'; sandbox; frame-ancestors 'none'"],
      ['content-disposition', 'attachment'],
      ['accept-ranges', 'bytes'],
      ['etag', `"${id}"`],
    ] as const)
      assert.equal(response.headers.get(name), value, name);
  });

  it('call it what its bytes say, whatever was declared', async () => {
    const { id } = Sound.parse((await upload({ 'content-type': 'audio/mpeg' })).json);
    assert.equal((await bench.ask(routes.sound(id))).headers.get('content-type'), 'audio/wav');
  });

  it('send it once, and say so to whoever asks again', async () => {
    const { id } = await kept();
    const again = await bench.ask(routes.sound(id), { headers: { 'if-none-match': `"${id}"` } });
    assert.deepEqual([again.status, again.text], [304, '']);
    const head = await bench.ask(routes.sound(id), { method: 'HEAD' });
    assert.deepEqual([head.status, head.text, head.headers.get('content-type')], [200, '', 'audio/wav']);
  });

  for (const [range, first, last] of [
    ['bytes=0-1', 0, 1],
    ['bytes=44-', 44, file.length - 1],
    ['bytes=-10', file.length - 10, file.length - 1],
  ] as const)
    it(`send ${range}, as players ask for it`, async () => {
      const { status, headers, data } = await part(range);
      assert.deepEqual([status, data], [206, file.subarray(first, last + 1)]);
      assert.equal(headers.get('content-range'), `bytes ${first}-${last}/${file.length}`);
      assert.equal(headers.get('content-type'), 'audio/wav');
    });

  it('say that nothing is behind the end, and send all to whoever has a part of something else', async () => {
    const outside = await part(`bytes=${file.length}-`);
    assert.deepEqual([outside.status, outside.headers.get('content-range')], [416, `bytes */${file.length}`]);
    assert.equal((await part('bytes=0-1', { 'if-range': '"other"' })).status, 200);
    assert.equal((await part('bytes=0-1', { 'if-range': `"${(await kept()).id}"` })).status, 206);
  });

  it('are for administrators', async () => {
    for (const [bearer, code] of [
      [undefined, 'unauthenticated'],
      [await bench.signIn('ben'), 'forbidden'],
    ] as const) {
      const headers = { 'content-type': 'audio/wav' };
      const { json } = await bench.ask<Partial<Problem>>(routes.sounds, {
        ...(bearer ? { bearer } : {}),
        body: file,
        headers,
      });
      assert.equal(json.code, code);
    }
  });

  it('know nothing by another name', async () => {
    for (const id of [`snd_${'A'.repeat(22)}`, '../secret', 'snd_', '__proto__'])
      assert.equal((await bench.ask(`/v1/sounds/${encodeURIComponent(id)}`)).status, 404, id);
  });

  for (const [what, headers, body, expected] of [
    ['JSON', { 'content-type': 'application/json' }, file, 'sound_unsupported'],
    ['a form', { 'content-type': 'multipart/form-data; boundary=x' }, file, 'sound_unsupported'],
    ['a page that is called a sound', {}, Buffer.from('<script>alert(1)</script>'), 'sound_unsupported'],
    ['an empty file', {}, Buffer.alloc(0), 'sound_unsupported'],
    ['one without samples', {}, wavOf({ seconds: 0 }), 'sound_damaged'],
    ['a length that is too much', { 'content-length': '5242881' }, file, 'body_too_large'],
    ['another site', { origin: 'https://evil.example' }, file, 'origin_not_allowed'],
  ] as const)
    it(`refuse ${what} as ${expected}`, async () => {
      assert.equal((await upload(headers, body)).json.code, expected);
    });

  it('hold it to 5 MiB, to the byte', async () => {
    const filled = (bytes: number) => Buffer.concat([file, Buffer.alloc(bytes - file.length)]);
    assert.equal((await upload({}, filled(soundLimits.bytes))).status, 201);
    assert.equal((await upload({}, filled(soundLimits.bytes + 1))).json.code, 'body_too_large');
  });
});
