import type { Person } from '@carillon/contract';
import { DomainError } from '../domain-error.js';
import type { Query } from '../store/database.js';

/** A person with their numbers and addresses, or null. */
export async function findPerson(q: Query, id: string): Promise<Person | null> {
  const row = await q.get<Pick<Person, 'id' | 'name' | 'version'>>(
    'select id, name, version from person where id = $1',
    id,
  );
  if (!row) return null;
  const numbers = await q.all<{ number: string }>(
    'select number from person_number where person_id = $1 order by number',
    id,
  );
  const emails = await q.all<{ email: string }>(
    'select email from person_email where person_id = $1 order by email',
    id,
  );
  return { ...row, numbers: numbers.map(({ number }) => number), emails: emails.map(({ email }) => email) };
}

/** The same, of somebody who has to be there. @throws {DomainError} `not_found` */
export async function readPerson(q: Query, id: string): Promise<Person> {
  const person = await findPerson(q, id);
  if (!person) throw new DomainError('not_found');
  return person;
}
