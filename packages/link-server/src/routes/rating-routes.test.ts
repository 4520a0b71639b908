import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { CreatedCallLink, routes, type Problem } from '@carillon/contract';
import { newSecret } from '../testing/call-center.js';
import { createHttpBench, type HttpBench } from '../testing/http-bench.js';

describe('the route that takes a rating', () => {
  let bench: HttpBench;
  let rating: string;
  const bearer = newSecret();
  before(async () => {
    bench = await createHttpBench();
    const { json } = await bench.ask(routes.links, { bearer: await bench.signIn(), body: { displayName: 'Jo' } });
    const { url } = CreatedCallLink.parse(json);
    const code = url.slice(url.lastIndexOf('/') + 1);
    await bench.ask(routes.join(code), { bearer, body: { medium: 'audio' } });
    rating = routes.joinRating(code);
  });
  after(() => bench.close());

  for (const [title, body] of [
    ['none at all', {}],
    ['less than the least', { rating: 0 }],
    ['more than the most', { rating: 6 }],
    ['half a star', { rating: 4.5 }],
    ['a word', { rating: '5' }],
    ['nothing', { rating: null }],
  ] as const)
    it(`refuses ${title}, and names the field`, async () => {
      const { status, json } = await bench.ask(rating, { bearer, body });
      const { code, fields } = json as Problem;
      assert.deepEqual([status, code, fields?.length], [400, 'invalid_request', 1]);
    });

  it('refuses words beside it', async () => {
    const { status, json } = await bench.ask(rating, { bearer, body: { rating: 5, text: 'great' } });
    assert.deepEqual([status, (json as Problem).code], [400, 'invalid_request']);
  });

  it('says in words why a call that runs cannot be rated', async () => {
    const { status, json } = await bench.ask(rating, { bearer, body: { rating: 5 } });
    const { code, detail } = json as Problem;
    assert.deepEqual([status, code], [409, 'rating_not_allowed']);
    assert.match(detail, /took place and ended/);
  });

  it('knows nobody without the secret of the call', async () => {
    for (const wrong of [{}, { bearer: newSecret() }])
      assert.equal((await bench.ask(rating, { ...wrong, body: { rating: 5 } })).status, 401);
  });
});
