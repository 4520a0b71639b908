import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { CallLink, CallLinkDetail, CallLinkList, CreatedCallLink, routes, type Problem } from '@carillon/contract';
import { createHttpBench, type HttpBench } from '../testing/http-bench.js';

describe('the routes of links', () => {
  let bench: HttpBench;
  let agent: string;
  before(async () => {
    bench = await createHttpBench();
    agent = await bench.signIn();
  });
  after(() => bench.close());

  async function newLink() {
    const { json } = await bench.ask(routes.links, {
      bearer: agent,
      body: { displayName: 'Jo', customData: { a: 1 } },
    });
    return CreatedCallLink.parse(json);
  }

  it('list, show and revoke a link, and never its code', async () => {
    const { id, url } = await newLink();
    const code = url.slice(url.lastIndexOf('/') + 1);
    assert.equal((await bench.ask(routes.joinOpened(code), { body: {} })).status, 200);
    const answers = [
      await bench.ask(`${routes.links}?state=available&limit=10`, { bearer: agent }),
      await bench.ask(routes.link(id), { bearer: agent }),
      await bench.ask(routes.linkRevoke(id), { bearer: agent, body: {} }),
    ] as const;
    for (const { text, status } of answers) assert.deepEqual([status, text.includes(code)], [200, false]);
    assert.equal(CallLinkList.parse(answers[0].json).links[0]?.id, id);
    assert.equal(CallLinkDetail.parse(answers[1].json).link.openedAt, bench.deps.now());
    assert.equal(CallLink.parse(answers[2].json).state, 'revoked');
    assert.equal((await bench.ask(routes.join(code))).status, 410);
  });

  it('never show another agent’s', async () => {
    const { id } = await newLink();
    const bearer = await bench.signIn('ben');
    assert.equal((await bench.ask(routes.link(id), { bearer })).status, 404);
    assert.equal((await bench.ask(routes.linkRevoke(id), { bearer, body: {} })).status, 404);
    assert.deepEqual(CallLinkList.parse((await bench.ask(routes.links, { bearer })).json).links, []);
  });

  for (const [query, field] of [
    ['limit=0', 'limit'],
    ['limit=101', 'limit'],
    ['limit=1e2', 'limit'],
    ['limit=', 'limit'],
    ['limit=5&limit=6', undefined],
    ['state=open', 'state'],
    ['createdBy=me', 'createdBy'],
    ['conversationId=%00', 'conversationId'],
    ['cursor=%27', 'cursor'],
    ['cursor=AAAA', 'cursor'],
    ['__proto__=1', undefined],
    ['more=1', undefined],
  ] as const)
    it(`refuse the query ${query}`, async () => {
      const { status, json } = await bench.ask<Problem>(`${routes.links}?${query}`, { bearer: agent });
      assert.deepEqual([status, json.code, json.fields?.[0]], [400, 'invalid_request', field]);
    });

  for (const [title, customData] of [
    ['more than 4 kB', { a: 'x'.repeat(4_096) }],
    ['a list', [1]],
    ['a text', 'x'],
    ['a nest of a thousand', JSON.parse('{"a":'.repeat(1_000) + '1' + '}'.repeat(1_000)) as object],
  ] as const)
    it(`refuse custom data that is ${title}`, async () => {
      const body = { displayName: 'Jo', customData };
      assert.equal((await bench.ask(routes.links, { bearer: agent, body })).status, 400);
    });
});
