import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { CreatedCallLink, JoinView, NetworkCheckGrant, routes, type Problem } from '@carillon/contract';
import { createHttpBench, type HttpBench } from '../testing/http-bench.js';

const claims = (token: string) =>
  JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as {
    exp: number;
    nbf: number;
    video: { room: string; canPublishSources: string[]; canSubscribe: boolean; canPublishData: boolean };
  };

describe('checking the network with a link (LNK-14, DEV)', () => {
  let bench: HttpBench;
  let agent: string;
  before(async () => {
    bench = await createHttpBench();
    agent = await bench.signIn();
  });
  after(() => bench.close());

  async function newCode() {
    const { json } = await bench.ask(routes.links, { bearer: agent, body: { displayName: 'Jo' } });
    const { id, url } = CreatedCallLink.parse(json);
    return { id, code: url.slice(url.lastIndexOf('/') + 1) };
  }

  const check = (code: string, options = {}) => bench.ask(routes.joinCheck(code), { body: {}, ...options });

  it('gives a room of its own, where a picture is sent and nothing is heard', async () => {
    const { code } = await newCode();
    const answer = await check(code);
    assert.equal(answer.status, 201);
    const { media } = NetworkCheckGrant.parse(answer.json);
    const { video, exp, nbf } = claims(media.token);
    assert.match(video.room, /^chk_/);
    assert.deepEqual([video.canPublishSources, video.canSubscribe, video.canPublishData], [['camera'], false, false]);
    assert.ok(exp - nbf <= 90, 'a token for half a minute, and the minute a clock may be off');
    assert.ok((await bench.deps.livekit.listRooms()).includes(video.room));
    const other = NetworkCheckGrant.parse((await check(code)).json);
    assert.notEqual(claims(other.media.token).video.room, video.room);
  });

  it('uses nothing up: the link is as available as before, and opened by nobody', async () => {
    const { id, code } = await newCode();
    await check(code);
    assert.equal(JoinView.parse((await bench.ask(routes.join(code))).json).state, 'available');
    const { json } = await bench.ask(routes.link(id), { bearer: agent });
    assert.equal((json as { link: { openedAt: number | null } }).link.openedAt, null);
  });

  it('is refused where no call could be started either, in the same words', async () => {
    const { id, code } = await newCode();
    await bench.ask(routes.linkRevoke(id), { bearer: agent, body: {} });
    for (const dead of [code, 'abcdefghijklmnopqrstuQ', 'nonsense']) {
      const { status, json } = await check(dead);
      assert.deepEqual([status, (json as Problem).code], [410, 'link_unavailable']);
    }
  });

  it('is refused after six a minute with one link, and not with another', async () => {
    const { code } = await newCode();
    for (let i = 0; i < 6; i++) assert.equal((await check(code)).status, 201);
    const { status, json } = await check(code);
    assert.deepEqual([status, (json as Problem).code], [429, 'rate_limited']);
    assert.equal((await check((await newCode()).code)).status, 201);
  });

  it('takes no body but an empty one', async () => {
    const { code } = await newCode();
    const { status, json } = await check(code, { body: { room: 'rom_somebody' } });
    assert.deepEqual([status, (json as Problem).code], [400, 'invalid_request']);
  });
});
