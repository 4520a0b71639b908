import { expect } from '@open-wc/testing';
import { toApiError } from './api-error.js';

const problem = {
  type: 'about:blank',
  title: 'Conflict',
  status: 409,
  code: 'offer_taken',
  detail: 'Somebody else has answered.',
  requestId: 'req_1',
  answeredBy: 'Ana',
};

describe('a refusal', () => {
  it('is read with everything that it says', async () => {
    const error = await toApiError(Response.json(problem, { status: 409, headers: { 'retry-after': '2' } }));
    expect(error).to.include({
      name: 'ApiError',
      message: problem.detail,
      code: 'offer_taken',
      status: 409,
      requestId: 'req_1',
      answeredBy: 'Ana',
      retryAfterMs: 2_000,
    });
  });

  it('names the fields that were refused', async () => {
    const body = { ...problem, status: 400, code: 'invalid_request', fields: ['displayName'] };
    expect((await toApiError(Response.json(body, { status: 400 }))).fields).to.eql(['displayName']);
  });

  for (const [title, response] of [
    ['of a proxy, in HTML', new Response('<h1>502</h1>', { status: 502 })],
    ['without a body', new Response(null, { status: 502 })],
    ['in JSON that is none of ours', Response.json({ error: 'nope' }, { status: 502 })],
    ['with a code that does not exist', Response.json({ ...problem, code: 'made_up' }, { status: 502 })],
  ] as const) {
    it(`${title} counts as internal`, async () => {
      const error = await toApiError(response);
      expect(error).to.include({ code: 'internal', status: 502, retryAfterMs: undefined });
      expect(error.fields).to.eql([]);
    });
  }

  it('with a date to wait for says no time', async () => {
    const headers = { 'retry-after': 'Wed, 21 Oct 2026 07:28:00 GMT' };
    expect((await toApiError(Response.json(problem, { status: 409, headers }))).retryAfterMs).to.equal(undefined);
  });
});
