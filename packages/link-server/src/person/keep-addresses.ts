import { DomainError } from '../domain-error.js';
import type { Query } from '../store/database.js';

/** A person's numbers and e-mail addresses, each list as a whole. */
export interface Addresses {
  readonly numbers: readonly string[];
  readonly emails: readonly string[];
}

const tables = [
  { list: 'numbers', table: 'person_number', column: 'number' },
  { list: 'emails', table: 'person_email', column: 'email' },
] as const;

/**
 * Gives a person these numbers and addresses, and no others. Two people with one number would be one too many: which of
 * them calls could not be said. @throws {DomainError} `address_taken`, naming each field such as `numbers.0`
 */
export async function keepAddresses(q: Query, personId: string, addresses: Addresses): Promise<void> {
  const taken: string[] = [];
  for (const { list, table, column } of tables) {
    await q.run(`delete from ${table} where person_id = $1`, personId);
    for (const [index, address] of addresses[list].entries()) {
      const { changes } = await q.run(
        `insert into ${table} (${column}, person_id) values ($1, $2) on conflict do nothing`,
        address,
        personId,
      );
      if (changes === 0) taken.push(`${list}.${index}`);
    }
  }
  if (taken.length > 0) throw new DomainError('address_taken', { fields: taken });
}

/** Takes all of a person's numbers and addresses away. */
export async function dropAddresses(q: Query, personId: string): Promise<void> {
  for (const { table } of tables) await q.run(`delete from ${table} where person_id = $1`, personId);
}
