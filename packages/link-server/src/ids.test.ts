import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { CallLinkCode, CustomerSecret, Id } from '@carillon/contract';
import { randomIds } from './ids.js';

describe('ids and secrets', () => {
  it('have the forms of the contract', () => {
    for (let i = 0; i < 200; i++) {
      assert.equal(Id.safeParse(randomIds.id('cal')).success, true);
      assert.equal(CallLinkCode.safeParse(randomIds.code()).success, true);
      assert.equal(CustomerSecret.safeParse(randomIds.secret()).success, true);
    }
  });

  it('name their kind', () => assert.match(randomIds.id('off'), /^off_/));

  it('are never the same twice', () => {
    const made = Array.from({ length: 500 }, () => [randomIds.id('cal'), randomIds.code(), randomIds.secret()]).flat();
    assert.equal(new Set(made).size, made.length);
  });
});
