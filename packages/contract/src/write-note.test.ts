import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { WriteNoteRequest } from './write-note.js';

const clientId = 'a-note-of-mine';

describe('a note that stands by itself', () => {
  it('keeps lines as they are and hides card numbers, as the note of a wrap-up does', () => {
    const text = ' Sends the bill again.\n\t4111 1111 1111 1111';
    assert.deepEqual(WriteNoteRequest.parse({ clientId, text }), {
      ...{ clientId, text: ' Sends the bill again.\n\t•••• 1111' },
    });
  });

  it('has 10,000 characters at most, however many units each takes', () => {
    assert.ok(WriteNoteRequest.safeParse({ clientId, text: '😀'.repeat(10_000) }).success);
    assert.ok(!WriteNoteRequest.safeParse({ clientId, text: 'a'.repeat(10_001) }).success);
  });

  for (const [what, wrong] of [
    ['an empty text', { text: '' }],
    ['white space alone', { text: ' \n\t' }],
    ['what cannot be seen', { text: '\u200b\u2060' }],
    ['a control character', { text: 'a\u0000' }],
    ['half a character', { text: '\ud83d' }],
    ['a number', { text: 7 }],
    ['no text', { text: undefined }],
    ['no id', { clientId: undefined }],
    ['a short id', { clientId: 'short' }],
    ['an id with a colon', { clientId: 'note:agt_1:1' }],
    ['a word beside them', { actor: 'Ben' }],
  ] as const)
    it(`is not ${what}`, () => {
      assert.ok(!WriteNoteRequest.safeParse({ clientId, text: 'Hi', ...wrong }).success);
    });
});
