import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, it } from 'node:test';
import { AccessToken } from 'livekit-server-sdk';
import { DomainError } from '../domain-error.js';
import { testKey } from '../testing/create-test-deps.js';
import { LiveKitTokenMinter, type LiveKitKey } from '../token/livekit-token-minter.js';
import { webhookVerifier } from './verify-webhook.js';

const joined = {
  event: 'participant_joined',
  id: 'EV_1',
  createdAt: '1800000000',
  room: { sid: 'RM_1', name: 'rom_1' },
  participant: { sid: 'PA_1', identity: 'par_a' },
};

/** Signs a body as LiveKit does. */
async function sign(body: string, key: LiveKitKey = testKey, ttl = '300s'): Promise<string> {
  const token = new AccessToken(key.apiKey, key.apiSecret, { ttl });
  token.sha256 = createHash('sha256').update(body).digest('base64');
  return await token.toJwt();
}

const verify = webhookVerifier(testKey);
const verifyEvent = async (event: object) => {
  const body = JSON.stringify(event);
  return await verify(body, await sign(body));
};
const refused = (error: unknown) => error instanceof DomainError && error.code === 'unauthenticated';

describe('a webhook of LiveKit', () => {
  it('says what happened, where, to whom and when', async () => {
    assert.deepEqual(await verifyEvent(joined), {
      id: 'EV_1',
      type: 'participant_joined',
      room: 'rom_1',
      identity: 'par_a',
      at: 1_800_000_000_000,
    });
  });

  it('about a room is about nobody', async () => {
    const event = { ...joined, event: 'room_finished', participant: undefined };
    assert.equal((await verifyEvent(event))?.identity, null);
  });

  for (const [title, event] of [
    ['is of a kind we have no use for', { ...joined, event: 'egress_started' }],
    ['is of a kind that does not exist yet', { ...joined, event: 'constructor' }],
    ['has no name', { ...joined, event: '' }],
  ] as const) {
    it(`is authentic and useless when it ${title}`, async () => assert.equal(await verifyEvent(event), null));
  }

  it('may have fields that we do not know', async () => {
    assert.equal((await verifyEvent({ ...joined, newField: { a: 1 } }))?.id, 'EV_1');
  });

  describe('is refused', () => {
    const body = JSON.stringify(joined);

    it('without a signature', async () => {
      await assert.rejects(verify(body, undefined), refused);
      await assert.rejects(verify(body, ''), refused);
      await assert.rejects(verify(body, 'Bearer abc'), refused);
    });

    it('when one byte of its body was changed', async () => {
      await assert.rejects(verify(body.replace('par_a', 'par_b'), await sign(body)), refused);
    });

    it('when only its white space was changed: the raw bytes are signed', async () => {
      await assert.rejects(verify(`${body} `, await sign(body)), refused);
    });

    it('with another secret or another key', async () => {
      await assert.rejects(
        verify(body, await sign(body, { ...testKey, apiSecret: 'another-secret-0123456789abcdef0' })),
        refused,
      );
      await assert.rejects(verify(body, await sign(body, { ...testKey, apiKey: 'another' })), refused);
    });

    it('when its signature has expired, but for ten seconds that clocks may differ', async () => {
      await verify(body, await sign(body, testKey, '-5s'));
      await assert.rejects(verify(body, await sign(body, testKey, '-60s')), refused);
    });

    it('with a join token of ours, which any participant has', async () => {
      const token = await new LiveKitTokenMinter(testKey).mint({ role: 'agent', room: 'rom_1', identity: 'par_a' });
      await assert.rejects(verify(body, token), refused);
    });

    for (const [title, text] of [
      ['empty', ''],
      ['not JSON', '{'],
      ['a list', '[]'],
      ['a string', '"x"'],
      ['null', 'null'],
      ['nested 100,000 deep', `${'['.repeat(100_000)}${']'.repeat(100_000)}`],
      ['an event without an id', JSON.stringify({ ...joined, id: '' })],
      ['an event without a room', JSON.stringify({ ...joined, room: undefined })],
      ['an event whose time is a word', JSON.stringify({ ...joined, createdAt: 'now' })],
      [
        'a room with a prototype as metadata only',
        '{"event":"room_started","room":{"metadata":"{\\"__proto__\\":{\\"a\\":1}}"}}',
      ],
    ] as const) {
      it(`as invalid when it is signed and ${title}`, async () => {
        const invalid = (error: unknown) => error instanceof DomainError && error.code === 'invalid_request';
        await assert.rejects(verify(text, await sign(text)), invalid);
        await assert.rejects(verify(text, undefined), refused);
      });
    }
  });
});
