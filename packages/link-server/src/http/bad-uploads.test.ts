import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { after, before, describe, it } from 'node:test';
import { routes } from '@carillon/contract';
import { assertRefused, rowsOf, type BadInput } from '../testing/bad-inputs.js';
import { createHttpBench, type HttpBench } from '../testing/http-bench.js';
import { pictureOf, pngOf } from '../testing/pictures.js';
import { listen } from './listen.js';

/** What the server says of files that the page itself refuses already: it does not count on that. */
const statuses: Readonly<Record<string, 'reject-400' | 'unsupported-415'>> = {
  'upload-001': 'reject-400',
  'upload-003': 'reject-400',
  'upload-004': 'reject-400',
};

/** Where files are sent, and where those that were taken are. */
const places = [
  {
    title: 'of a company’s pictures',
    path: `${routes.pictures}?use=background`,
    table: 'picture',
    full: 'too_many_pictures',
  },
  {
    title: 'of an agent’s own backgrounds',
    path: `${routes.agentBackgroundImages}?name=Beach`,
    table: 'background_image',
    full: 'too_many_backgrounds',
  },
] as const;

for (const { title, path, table, full } of places)
  describe(`bad uploads ${title}`, () => {
    let bench: HttpBench;
    let admin: string;
    before(async () => {
      bench = await createHttpBench();
      admin = await bench.signIn('ana');
    });
    after(() => bench.close());

    const kept = () => bench.deps.db.read((q) => q.all(`select id from ${table} order by id`));
    const upload = (body: Uint8Array | ReadableStream, more = '', headers: Readonly<Record<string, string>> = {}) =>
      bench.ask(path + more, {
        bearer: admin,
        body,
        headers: { 'content-type': 'image/png', ...headers },
      });

    function fileOf({ gen }: BadInput): Buffer {
      if (gen?.png) return pngOf(gen.png.w, gen.png.h);
      if (gen?.hex !== undefined) return Buffer.from(gen.hex, 'hex');
      return gen?.text === undefined ? Buffer.alloc(gen?.bytes ?? 0) : Buffer.from(gen.text);
    }

    const checks: Readonly<Record<string, (row: BadInput) => Promise<void>>> = {
      async background(row) {
        const expect = statuses[row.id] ?? 'unsupported-415';
        assertRefused({ ...row, expect }, await upload(fileOf(row)), row.gen?.text);
      },
      /** No name is taken at all: where there is none, none can go wrong. */
      async filename(row) {
        const name = `&filename=${encodeURIComponent(String(row.value))}`;
        assertRefused(row, await upload(await pictureOf(9, 9), name), row.value);
      },
      async '(multipart)'(row) {
        if ('chunked' in row) assertRefused(row, await upload(endless(27_262_976)), undefined);
        else if (row.header) await twoLengths(row);
        else assertRefused(row, await upload(fileOf(row)), undefined);
      },
    };

    for (const row of rowsOf('upload').filter(({ id }) => id !== 'upload-019'))
      it(`${row.id}: ${row.why} → ${row.expect}`, async () => {
        const before = await kept();
        const check = checks[row.field];
        assert.ok(check, `no check for ${row.field}`);
        await check(row);
        assert.deepEqual(await kept(), before);
      });

    it('upload-019: 41st image (count quota) → 409', async () => {
      for (let i = 0; i < 40; i++) assert.equal((await upload(await pictureOf(5, 5 + i))).status, 201);
      const { status, json } = await upload(await pictureOf(5, 60));
      assert.deepEqual([status, (json as { code: string }).code], [409, full]);
    });

    /** Bytes without a length, and nothing of them is read once it is clear that they are too many. */
    function endless(bytes: number): ReadableStream<Uint8Array> {
      let sent = 0;
      return new ReadableStream({
        pull(stream) {
          sent += 65_536;
          stream.enqueue(new Uint8Array(65_536));
          assert.ok(sent < 12 * 1024 * 1024, 'read on past the limit');
          if (sent >= bytes) stream.close();
        },
      });
    }

    /** The parser of HTTP ends it: nothing of ours is asked. */
    async function twoLengths({ header = {}, expect }: BadInput) {
      assert.equal(expect, 'reject-400');
      const listener = await listen({ host: '127.0.0.1', port: 0 });
      listener.serve(bench.app.fetch);
      const socket = connect(listener.port, '127.0.0.1');
      await once(socket, 'connect');
      const lines = Object.entries({
        host: 'x',
        authorization: `Bearer ${admin}`,
        'content-type': 'image/png',
        ...header,
      });
      socket.write(
        `POST ${path} HTTP/1.1\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n5\r\nhello\r\n0\r\n\r\n`,
      );
      assert.match(await text(socket), /^HTTP\/1\.1 400 /);
      await listener.close(0);
    }
  });
