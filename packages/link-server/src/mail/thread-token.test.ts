import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { randomIds } from '../ids.js';
import { mailIdOf, threadToken, tokensIn, withToken } from './thread-token.js';

const [a, b, c] = ['a'.repeat(32), 'b'.repeat(32), 'c'.repeat(32)];

describe('the token by which an answer finds its conversation', () => {
  it('is all the bits of a code, in digits that survive a change of case', () => {
    const tokens = Array.from({ length: 100 }, () => threadToken(randomIds.code()));
    assert.equal(new Set(tokens).size, 100);
    for (const token of tokens) assert.match(token, /^[0-9a-f]{32}$/);
  });

  it('goes there and comes back in an address and in a mail’s id', () => {
    const address = withToken('answers@northwind.example', a);
    assert.equal(address, `answers+${a}@northwind.example`);
    assert.deepEqual(tokensIn([address], []), [a]);
    assert.deepEqual(tokensIn([], [mailIdOf('msg_x-.y', a, 'northwind.example')]), [a]);
  });

  it('is read whatever mail servers make of the address around it', () => {
    for (const text of [
      `"Northwind" <answers+${a.toUpperCase()}@X.EXAMPLE>`,
      `x+y+${a}@x`,
      `SRS0=k=+${a}@relay.example`,
    ])
      assert.deepEqual(tokensIn([text], []), [a], text);
  });

  it('of the address comes before those of what is answered, and of these the newest first; each once', () => {
    const references = [`<m.${b}@x>`, `<m.${c}@x>`, `<m.${a}@x>`];
    assert.deepEqual(tokensIn([`x+${a}@x`], references), [a, c, b]);
  });

  for (const text of [
    '',
    '@',
    `${a}@x`,
    `+${a}`,
    `x+${a.slice(1)}@x`,
    `x+${a}0@x`,
    `x+${'g'.repeat(32)}@x`,
    '+@'.repeat(499),
  ])
    it(`is none in ${text.slice(0, 40)}`, () => assert.deepEqual(tokensIn([text], [text]), []));
});
