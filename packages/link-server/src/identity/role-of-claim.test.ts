import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { DomainError } from '../domain-error.js';
import { roleOfClaim, type RoleClaim } from './role-of-claim.js';

const mapped: RoleClaim = { name: 'groups', words: { 'crm-admins': 'admin', 'crm-leads': 'supervisor', crm: 'agent' } };
const outcome = (claims: Record<string, unknown>, claim?: RoleClaim) => {
  try {
    return roleOfClaim(claims, claim);
  } catch (error) {
    return (error as DomainError).code;
  }
};

describe('the role in a host app’s token', () => {
  for (const [claims, claim, expected] of [
    [{}, undefined, null],
    [{ role: 'admin' }, undefined, 'admin'],
    [{ role: ['agent', 'supervisor'] }, undefined, 'supervisor'],
    [{ role: 'customer' }, undefined, 'forbidden'],
    [{ role: 'Admin' }, undefined, 'forbidden'],
    [{ role: null }, undefined, 'forbidden'],
    [{ role: [] }, undefined, 'forbidden'],
    [{ role: { admin: true } }, undefined, 'forbidden'],
    [{ role: 'admin' }, mapped, null],
    [{ groups: 'crm-admins' }, mapped, 'admin'],
    [{ groups: ['sales', 'crm', 'crm-leads'] }, mapped, 'supervisor'],
    [{ groups: ['sales'] }, mapped, 'forbidden'],
    [{ groups: 'admin' }, mapped, 'forbidden'],
    [{ groups: '__proto__' }, mapped, 'forbidden'],
    [{ groups: ['constructor', 1, null] }, mapped, 'forbidden'],
  ] as const)
    it(`of ${JSON.stringify(claims)} is ${expected}${claim ? ', by the host’s words' : ''}`, () =>
      assert.equal(outcome(claims, claim), expected));
});
