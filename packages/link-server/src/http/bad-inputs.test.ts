import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { routes, WrapUp, type Problem } from '@carillon/contract';
import { assertRefused, badInputs, rowsOf, valueOf, type BadInput } from '../testing/bad-inputs.js';
import { browserSecret, createHttpBench, type Ask, type HttpBench } from '../testing/http-bench.js';
import { hashSecret } from '../transition/hash-secret.js';

/** How many rows the tables that a request may change hold, and the state of each link. */
const recordOf = ({ deps }: HttpBench) =>
  deps.db.read(async (q) => [
    await q.all('select * from call_link order by id'),
    await q.all('select id, version from call order by id'),
    await q.all('select id from conversation order by id'),
  ]);

describe('bad inputs', () => {
  let bench: HttpBench;
  let agent: string;
  const ask = <T>(path: string, request?: Ask) => bench.ask<T>(path, request);
  const seconds = () => Math.floor(bench.deps.now() / 1_000);

  before(async () => {
    bench = await createHttpBench();
    agent = await bench.signIn();
  });
  after(() => bench.close());
  // Whoever tries many wrong codes is stopped; each row begins with a clean slate.
  beforeEach(() => bench.clock.moveTo(bench.deps.now() + 60_000));

  it('are each of a class that this test knows', () => {
    const known = new Set(Object.keys(badInputs.outcomeClasses));
    assert.deepEqual(
      badInputs.inputs.filter(({ expect }) => !known.has(expect)),
      [],
    );
    assert.equal(new Set(badInputs.inputs.map(({ id }) => id)).size, badInputs.inputs.length);
  });

  describe('for links', () => {
    for (const row of rowsOf('link'))
      it(`${row.id}: ${row.why} → ${row.expect}`, async () => {
        const value = valueOf(row, {}, seconds());
        if (row.expect === 'link-origin-fixed') {
          const { json } = await ask<{ url: string }>(routes.links, {
            bearer: agent,
            body: { displayName: 'A' },
            headers: row.header ?? {},
          });
          assert.equal(new URL(json.url).origin, bench.deps.settings.publicUrl);
          return;
        }
        const before = await recordOf(bench);
        const body = row.raw ?? { displayName: 'A', configuration: 'reusable', [row.field]: value };
        assertRefused(row, await ask(routes.links, { bearer: agent, body }), value);
        assert.deepEqual(await recordOf(bench), before);
      });
  });

  describe('for redeeming', () => {
    /** Links of each sort, by the name the rows have for them. */
    async function fixtures() {
      const [validCode, usedCode, notYetOpenCode] = [
        await bench.newLink(),
        await bench.newLink(),
        await bench.newLink(),
      ];
      const { deps } = bench;
      await deps.db.tx((q) =>
        q.run("update call_link set used_at = 1, lease_hash = 'x' where code_hash = $1", hashSecret(usedCode)),
      );
      await deps.db.tx((q) =>
        q.run('update call_link set opens_at = $2 where code_hash = $1', hashSecret(notYetOpenCode), deps.now() + 9e5),
      );
      return { validCode, usedCode, notYetOpenCode };
    }
    const reasons: Readonly<Record<string, string>> = {
      'redeem-002': 'link_used',
      'redeem-005': 'link_not_yet_active',
    };

    for (const row of rowsOf('redeem'))
      it(`${row.id}: ${row.why} → ${row.expect}`, async () => {
        const codes = await fixtures();
        const path = routes.join(codes.validCode);
        const redeem = (to: string, more: Ask = {}) =>
          ask(to, { bearer: browserSecret(), body: { medium: 'audio' }, ...more });
        if (row.expect === 'no-consume') {
          const before = await recordOf(bench);
          for (const visited of [routes.customerPage(codes.validCode), path])
            for (let i = 0; i < 3; i++)
              assert.ok((await ask(visited, { method: row.method ?? 'GET', headers: row.header ?? {} })).status < 500);
          assert.deepEqual(await recordOf(bench), before);
          assert.equal((await redeem(path)).status, 201);
          return;
        }
        const before = await recordOf(bench);
        if (row.expect === 'reject-403')
          assertRefused(row, await redeem(path, { body: '{"medium":"audio"}', headers: row.header ?? {} }), undefined);
        else {
          const refused = await redeem(`/v1/join/${codeIn(row, codes)}`);
          assertRefused(row, refused, undefined);
          const reason = reasons[row.id] ?? 'link_unavailable';
          assert.equal((refused.json as Problem).code, reason);
          if (reason === 'link_unavailable')
            assert.equal(refused.text, (await redeem(routes.join('A'.repeat(22)))).text);
        }
        assert.deepEqual(await recordOf(bench), before);
      });

    function codeIn(row: BadInput, codes: Readonly<Record<string, string>>): string {
      const value = valueOf(row, codes, seconds());
      if (row.value === '%E0%A4%A') return row.value;
      if (Array.isArray(value)) return value.join(',');
      const [code = '', change] = String(value).split('~');
      // The last character holds two bits; the next one in the alphabet decodes to the same bytes.
      return change ? code.slice(0, -1) + String.fromCharCode(code.charCodeAt(21) + 1) : encodeURIComponent(code);
    }
  });

  describe('for tokens', () => {
    for (const row of rowsOf('token'))
      it(`${row.id}: ${row.why} → ${row.expect}`, async () => {
        const value = valueOf(row, { jwt: agent }, seconds());
        if (row.field === 'authorization')
          return assertRefused(row, await ask(routes.agentState, { headers: { authorization: String(value) } }), value);
        if (row.field === 'jwt') {
          assertRefused(row, await ask(routes.agentSession, { body: { token: value } }), value);
          const asBearer = await ask(routes.agentState, { bearer: String(value) });
          assert.equal(asBearer.status, 401);
          return;
        }
        const { deps, livekit } = bench;
        if (row.field.startsWith('mint.')) return assertNeverMinted(row);
        const { code, secret, token } = await bench.caller();
        if (row.expect === 'rejoin-refused') {
          await ask(routes.joinLeave(code), { bearer: secret, body: {} });
          await bench.settle();
          // With the room deleted and auto_create off nobody comes back; the real server is asked in e2e.
          assert.throws(() => livekit.joinWith(token));
          const { json } = await ask<{ media: unknown }>(routes.joinToken(code), { bearer: secret, body: {} });
          assert.equal(json.media, null);
        } else {
          assert.equal(row.expect, 'ignored');
          const { video } = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as {
            video: Record<string, unknown>;
          };
          assert.deepEqual([video['canUpdateOwnMetadata'], video['canPublishData']], [false, false]);
          await ask(routes.joinLeave(code), { bearer: secret, body: {} });
        }

        /** Minting is no request: what would be 400 there is an exception here, and no token. */
        function assertNeverMinted({ field, value: wrong }: BadInput) {
          const good = { role: 'customer', room: 'rom_1', identity: 'par_1' } as const;
          const bad =
            field === 'mint.ttl'
              ? { ttlSeconds: wrong === '24h' ? 86_400 : Number(wrong) }
              : field === 'mint.customer.grant'
                ? (wrong as object)
                : { [field.slice(5)]: wrong };
          return assert.rejects(deps.tokens.mint({ ...good, ...bad }), RangeError);
        }
      });

    it('token-036, by the session itself: a customer’s secret on an agent’s route → reject-403', async () => {
      const { code, secret } = await bench.caller();
      const row = { ...rowsOf('token')[0], expect: 'reject-403' } as BadInput;
      assertRefused(row, await ask(routes.agentState, { bearer: secret }), secret);
      await ask(routes.joinLeave(code), { bearer: secret, body: {} });
    });
  });

  describe('for names and texts', () => {
    let wrapUpId: string;
    let noted: string;
    before(async () => {
      const { callId, agent: bearer } = await bench.talking();
      noted = bearer;
      await ask(routes.callEnd(callId), { bearer, body: {} });
      const { json } = await ask<{ wrapUp: unknown }>(routes.agentState, { bearer });
      wrapUpId = WrapUp.parse(json.wrapUp).id;
    });
    const saveNote = (note: unknown) =>
      ask<{ note: string }>(routes.wrapUpNote(wrapUpId), { method: 'PUT', bearer: noted, body: { note } });
    /** What a client would get for this text: composed, without white space around it. */
    const kept = (text: string) => text.normalize('NFC').trim();

    for (const row of rowsOf('name'))
      it(`${row.id}: ${row.why} → ${row.expectAlt ?? row.expect}`, async () => {
        const value = String(valueOf(row, {}, seconds()));
        if (row.field !== 'displayName') {
          const answer = await saveNote(value);
          if (row.expect === 'literal-text') assert.equal(answer.json.note, value);
          else if (row.expectAlt === 'accept-masked')
            assert.deepEqual([answer.status, answer.json.note], [200, '•••• 1111']);
          else assertRefused(row, answer, value);
          return;
        }
        const made = await ask<{ displayName: string; url: string }>(routes.links, {
          bearer: agent,
          body: { displayName: value },
        });
        if (row.expect !== 'literal-text') {
          assertRefused(row, made, value);
          const code = await bench.newLink();
          const body = { medium: 'audio', displayName: value };
          assertRefused(row, await ask(routes.join(code), { bearer: browserSecret(), body }), value);
          return;
        }
        // Shown as text: that no element and no script comes of it is proved with the elements, in browsers.
        assert.deepEqual([made.status, made.json.displayName], [201, kept(value)]);
        const { pathname } = new URL(made.json.url);
        const view = await ask<{ displayName: string }>(`/v1/join${pathname.slice(2)}`);
        assert.equal(view.json.displayName, kept(value));
        const { callId, code, secret } = await bench.caller(pathname.slice(3));
        const call = await bench.deps.db.read((q) => q.get('select caller_name from call where id = $1', callId));
        assert.deepEqual(call, { caller_name: kept(value) });
        await ask(routes.joinLeave(code), { bearer: secret, body: {} });
      });
  });
});
