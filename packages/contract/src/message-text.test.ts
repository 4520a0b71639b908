import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { cleanMessage, longestMessage, messageLength, MessageText } from './message-text.js';
import { MessagesQuery, SendMessageRequest } from './message-requests.js';

const text = (value: unknown) => MessageText.safeParse(value);

describe('the text of a message (MSG-1)', () => {
  for (const [title, value, kept] of [
    ['is kept as typed', 'Hello, are you there?', 'Hello, are you there?'],
    ['loses white space at its edges', ' \n Hi \t\n', 'Hi'],
    ['keeps lines and tabs', 'a\n\tb', 'a\n\tb'],
    ['has one sort of line end', 'a\r\nb\rc\u2028d', 'a\nb\nc\nd'],
    ['has one empty line at most in a row', `a\n \n\n\t\n${'\n'.repeat(500)}b`, 'a\n\nb'],
    ['is composed to NFC', 'Zoe\u0308', 'Zoë'],
    ['loses control characters', 'a\0b\u0007c\u001b[31m', 'abc[31m'],
    ['loses direction overrides', 'invoice\u202efdp.exe', 'invoicefdp.exe'],
    ['loses isolates that nobody closes', '\u2067abc', 'abc'],
    ['keeps the marks that Arabic is written with', 'مُحَمَّد\u200f!', 'مُحَمَّد\u200f!'],
    ['keeps an emoji family together', '👩\u200d👧', '👩\u200d👧'],
    ['may look like markup, which stays text', '<img src=x onerror=alert(1)>', '<img src=x onerror=alert(1)>'],
    ['shows a half character as one that is missing', 'a\ud800b', 'a\ufffdb'],
    ['masks a card number', 'card 4111 1111 1111 1111', 'card •••• 1111'],
    ['may have 2,000 characters', 'ä'.repeat(longestMessage), 'ä'.repeat(longestMessage)],
    ['counts characters, not UTF-16 units', '😀'.repeat(longestMessage), '😀'.repeat(longestMessage)],
    ['counts what is kept', `${'a'.repeat(longestMessage)}\0\n\n`, 'a'.repeat(longestMessage)],
  ] as const)
    it(title, () => assert.equal(text(value).data, kept));

  for (const [title, value] of [
    ['empty', ''],
    ['white space', ' \n\t '],
    ['invisible', '\u200b\u2060\ufeff'],
    ['controls only', '\0\u0007\u202e'],
    ['2,001 characters', 'a'.repeat(longestMessage + 1)],
    ['100,000 characters', 'a'.repeat(100_000)],
    ['a number', 7],
    ['an object', { text: 'a' }],
    ['null', null],
  ] as const)
    it(`is refused when it is ${title}`, () => assert.equal(text(value).success, false));

  it('cleaned once is clean', () => {
    for (const dirty of ['a\r\n\r\n\r\nb', '\u202e\u0301x', ' \ud800 ', 'e\u202e\u0301'])
      assert.equal(cleanMessage(cleanMessage(dirty)), cleanMessage(dirty), JSON.stringify(dirty));
  });

  it('is as long as what is kept of it', () => assert.equal(messageLength(' 😀\r\n\0é '), 3));
});

describe('a message that is sent', () => {
  const send = (body: unknown) => SendMessageRequest.safeParse(body).success;
  const clientId = 'abcdefgh';

  it('says its text and the id of its browser, and nothing else', () => {
    assert.equal(send({ clientId, text: 'Hi' }), true);
    assert.equal(send({ clientId, text: 'Hi', sender: 'agent' }), false);
    assert.equal(send({ text: 'Hi' }), false);
  });

  for (const [good, id] of [
    [true, 'a'.repeat(8)],
    [true, 'a'.repeat(64)],
    [false, 'a'.repeat(7)],
    [false, 'a'.repeat(65)],
    [false, 'has space'],
    [false, "' or 1=1--"],
  ] as const)
    it(`${good ? 'takes' : 'refuses'} the id ${id}`, () => assert.equal(send({ clientId: id, text: 'Hi' }), good));
});

describe('a query for messages', () => {
  const query = (given: unknown) => MessagesQuery.safeParse(given);
  it('asks after a number, before one, or for the newest', () => {
    assert.deepEqual(query({ after: '7' }).data, { after: 7 });
    assert.deepEqual(query({ before: '0' }).data, { before: 0 });
    assert.deepEqual(query({}).data, {});
  });
  for (const bad of [
    { after: '7', before: '9' },
    { after: '-1' },
    { after: '1e9' },
    { after: '9'.repeat(16) },
    { x: '1' },
  ])
    it(`is refused as ${JSON.stringify(bad)}`, () => assert.equal(query(bad).success, false));
});
