import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  CallLinkCode,
  CreateCallLinkRequest,
  CustomerSecret,
  maxLinkLifeMs,
  RedeemCallLinkRequest,
} from './call-link.js';

const create = (body: unknown) => CreateCallLinkRequest.safeParse(body).success;
const conversationId = `con_${'a'.repeat(22)}`;

describe('a request for a call link', () => {
  it('needs a display name for a guest (LNK-5)', () => {
    assert.equal(create({}), false);
    assert.equal(create({ displayName: 'Ana' }), true);
  });
  it('names the missing field', () => {
    assert.deepEqual(CreateCallLinkRequest.safeParse({}).error?.issues[0]?.path, ['displayName']);
  });
  it('needs none for a conversation (LNK-8)', () => assert.equal(create({ conversationId }), true));

  for (const [title, expiresInMs, accepted] of [
    ['one minute', 60_000, true],
    ['a moment less than a minute', 59_999, false],
    ['thirty days', maxLinkLifeMs, true],
    ['a moment more than thirty days', maxLinkLifeMs + 1, false],
    ['a negative time', -1, false],
    ['a fraction', 60_000.5, false],
    ['infinity', Infinity, false],
    ['a number in a string', '3600000', false],
  ] as const) {
    it(`${accepted ? 'may live' : 'may not live'} ${title}`, () =>
      assert.equal(create({ displayName: 'Ana', expiresInMs }), accepted));
  }

  for (const [title, extra] of [
    ['a field of its own', { isAdmin: true }],
    ['a path as a conversation', { conversationId: '../../admin' }],
    ['a prototype as a configuration', { configuration: '__proto__' }],
    ['a list as a configuration', { configuration: ['default'] }],
  ] as const) {
    it(`is refused with ${title}`, () => assert.equal(create({ displayName: 'Ana', ...extra }), false));
  }

  it('is refused with an own __proto__', () =>
    assert.equal(create(JSON.parse('{"displayName":"A","__proto__":{"isAdmin":true}}')), false));
});

describe('a link code', () => {
  const code = 'abcdefghijklmnopqrstuQ';
  it('is 22 base64url characters', () => assert.equal(CallLinkCode.safeParse(code).success, true));
  it('is refused one character short or long', () => {
    assert.equal(CallLinkCode.safeParse(code.slice(1)).success, false);
    assert.equal(CallLinkCode.safeParse(`a${code}`).success, false);
  });
  it('has one spelling only: unused bits of its last character are zero', () =>
    assert.equal(CallLinkCode.safeParse(`${code.slice(0, -1)}R`).success, false));
  it('is refused with punctuation of a mail client', () =>
    assert.equal(CallLinkCode.safeParse(`${code}.`).success, false));
});

describe('what a customer sends', () => {
  it('has a secret of 32 bytes', () => {
    assert.equal(CustomerSecret.safeParse('a'.repeat(43)).success, true);
    assert.equal(CustomerSecret.safeParse('a'.repeat(42)).success, false);
  });
  it('says how to call and nothing else', () => {
    assert.equal(RedeemCallLinkRequest.safeParse({ medium: 'video' }).success, true);
    assert.equal(RedeemCallLinkRequest.safeParse({ medium: 'fax' }).success, false);
    assert.equal(RedeemCallLinkRequest.safeParse({ medium: 'video', role: 'agent' }).success, false);
  });
});
