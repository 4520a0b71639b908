import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { mailLimits } from '@carillon/contract';
import { unquoted } from './unquoted.js';

describe('what a customer has written themselves', () => {
  for (const [title, text, own] of [
    ['is all of it where nothing is quoted', 'Thanks!\nMarija', 'Thanks!\nMarija'],
    ['stands above the mail they answer', 'Thanks!\r\n\r\n> It is\r\n> on its way.\r\n', 'Thanks!'],
    ['stands above the line that introduces it', 'Thanks!\n\nOn Monday Ana wrote:\n> Hi\n>\n> Bye', 'Thanks!'],
    [
      'and above one that was broken in two',
      'Thanks!\n\nAm Montag, 1. Juni schrieb Ana\n<a@x.example>:\n\n> Hi',
      'Thanks!',
    ],
    ['also in Chinese', '谢谢\n\nAna 写道：\n> Hi', '谢谢'],
    ['with replies of replies below', 'Yes\n\nA wrote:\n> No\n>\n> B wrote:\n>> Maybe', 'Yes'],
    [
      'stays where it is written between the lines',
      '> When?\nOn Monday\n> Where?\nHere',
      '> When?\nOn Monday\n> Where?\nHere',
    ],
    ['keeps a last sentence that ends with a colon and quotes nothing', 'Please send:', 'Please send:'],
    ['keeps two of its own lines above a quotation without an introduction', 'One\nTwo\n> Hi', 'One\nTwo'],
    ['is the quotation itself, where there is nothing else', '> Hi', '> Hi'],
    ['may be nothing at all', ' \n', ''],
    ['has no controls and no direction overrides', 'a\u0000b\u202ec', 'abc'],
    ['has no card number', 'Card 4111 1111 1111 1111', 'Card •••• 1111'],
  ] as const)
    it(title, () => assert.equal(unquoted(text), own));

  it('is cut where it is too long, and says so', () => {
    const longest = '😀'.repeat(mailLimits.text);
    assert.equal(unquoted(longest), longest);
    assert.equal(unquoted(`${longest}a`), `${'😀'.repeat(mailLimits.text - 1)}…`);
  });

  it('takes no longer for lines that mean to make it', () => {
    for (const line of ['>', '> \n', ' \n:', '>:\n', '\t'])
      assert.ok(unquoted(line.repeat(Math.floor(100_000 / line.length))).length <= 100_000);
  });
});
