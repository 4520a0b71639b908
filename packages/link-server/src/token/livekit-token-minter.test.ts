import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { CallState } from '@carillon/contract';
import fc from 'fast-check';
import { TokenVerifier } from 'livekit-server-sdk';
import { testKey } from '../testing/create-test-deps.js';
import { LiveKitTokenMinter } from './livekit-token-minter.js';
import { agentRoleIn, roleTable, type Role } from './role-table.js';
import type { TokenRequest } from './token-minter.js';

const minter = new LiveKitTokenMinter(testKey);
const verifier = new TokenVerifier(testKey.apiKey, testKey.apiSecret);
const good: TokenRequest = { role: 'customer', room: 'rom_1', identity: 'par_a' };
const mint = (request: object) => minter.mint({ ...good, ...request });
const claims = async (request: object) => await verifier.verify(await mint(request));

/** Every grant that a token of ours may hold; whatever else LiveKit knows is absent. */
const expectedGrant = (role: Role, room: string) => ({
  roomJoin: true,
  room,
  canPublish: roleTable[role].publish.length > 0,
  canPublishSources: roleTable[role].publish,
  canSubscribe: roleTable[role].subscribe,
  canPublishData: false,
  canUpdateOwnMetadata: false,
  hidden: false,
  recorder: false,
});

describe('a join token', () => {
  it('of any role, for any call, allows exactly what the role table says', async () => {
    const name = fc.string({ minLength: 1, unit: 'grapheme' });
    const states = Object.keys(agentRoleIn) as CallState[];
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom<'customer' | 'agent'>('customer', 'agent'),
        fc.constantFrom(...states),
        name,
        name,
        fc.option(fc.integer({ min: 1, max: 120 }), { nil: undefined }),
        async (side, state, room, identity, ttlSeconds) => {
          const role = side === 'customer' ? 'customer' : agentRoleIn[state];
          if (!role) return;
          const request = { role, room, identity, ...(ttlSeconds && { ttlSeconds }) };
          const { video, sub, exp = 0, nbf = 0, iss, ...rest } = await claims(request);
          assert.deepEqual(video, expectedGrant(role, room));
          assert.deepEqual([sub, iss, exp - nbf], [identity, testKey.apiKey, ttlSeconds ?? 120]);
          assert.deepEqual(rest, {});
        },
      ),
      { numRuns: 300 },
    );
  });

  it('is for a ringing agent only while the call rings, and for nobody once it has ended', () => {
    assert.deepEqual(agentRoleIn, {
      queued: null,
      offering: 'agent-ringing',
      connecting: 'agent',
      active: 'agent',
      held: 'agent',
      consulting: 'agent',
      transferring: 'agent',
      ended: null,
    });
  });

  it('lets a customer show camera, microphone and screen, and nobody hear whose phone rings', () => {
    assert.deepEqual(roleTable.customer, { publish: ['camera', 'microphone', 'screen_share'], subscribe: true });
    assert.deepEqual(roleTable['agent-ringing'], { publish: ['microphone'], subscribe: false });
    assert.deepEqual(roleTable['agent-asked'], { publish: [], subscribe: false });
  });

  for (const [title, request] of [
    ['an empty room', { room: '' }],
    ['no room', { room: undefined }],
    ['an empty identity', { identity: '' }],
    ['no identity', { identity: undefined }],
    ['a role that does not exist', { role: 'admin' }],
    ['a role that every object has', { role: 'constructor' }],
    ['no time', { ttlSeconds: 0 }],
    ['a negative time', { ttlSeconds: -1 }],
    ['more than two minutes', { ttlSeconds: 121 }],
    ['half a second', { ttlSeconds: 0.5 }],
    ['not a number of seconds', { ttlSeconds: NaN }],
    ['for ever', { ttlSeconds: Infinity }],
    ['a time in words', { ttlSeconds: '24h' }],
  ] as const) {
    it(`is refused for ${title}`, async () => await assert.rejects(mint(request), RangeError));
  }

  it('may live for one second and for two minutes', async () => {
    for (const ttlSeconds of [1, 120]) {
      const { exp = 0, nbf = 0 } = await claims({ ttlSeconds });
      assert.equal(exp - nbf, ttlSeconds);
    }
  });

  it('names neither the room nor the person when it is refused', async () => {
    await assert.rejects(
      minter.mint({ ...good, room: 'rom_secret', identity: '' }),
      (error: Error) => /identity/.test(error.message) && !/rom_secret/.test(error.message),
    );
  });
});

describe('bad input for a join token (catalogue rows)', () => {
  for (const [id, why, request] of [
    ['token-042', 'no room: it would join every room', { room: '' }],
    ['token-043', 'empty identity', { identity: '' }],
    ['token-046', 'time 0', { ttlSeconds: 0 }],
    ['token-046', 'time "0"', { ttlSeconds: '0' }],
    ['token-047', '24 h for a customer', { ttlSeconds: '24h' }],
    ['token-047', '24 h in seconds', { ttlSeconds: 86_400 }],
    ['token-048', 'a customer that administers rooms', { roomAdmin: true }],
    ['token-048', 'the same as a grant', { grant: { roomAdmin: true } }],
    ['token-052', 'a customer that hides', { hidden: true }],
    ['token-052', 'the same as a grant', { grant: { hidden: true } }],
  ] as const) {
    it(`${id} is refused: ${why}`, async () => await assert.rejects(mint(request), RangeError));
  }
});
