import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { DomainError } from './domain-error.js';

describe('a refusal', () => {
  it('is an error with a stable code', () => {
    const error = new DomainError('link_used');
    assert.ok(error instanceof Error);
    assert.deepEqual([error.name, error.code, error.message], ['DomainError', 'link_used', 'link_used']);
    assert.deepEqual([error.answeredBy, error.fields, 'cause' in error], [undefined, undefined, false]);
  });

  it('carries who answered, which fields were refused, and what led to it', () => {
    const cause = new Error('x');
    const error = new DomainError('offer_taken', { answeredBy: 'Ana', fields: ['displayName'], cause });
    assert.deepEqual([error.answeredBy, error.fields, error.cause], ['Ana', ['displayName'], cause]);
  });
});
