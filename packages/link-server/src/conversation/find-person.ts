import type { Person } from '@carillon/contract';
import type { Query } from '../store/database.js';

/** A person with their numbers, or null. */
export async function findPerson(q: Query, id: string): Promise<Person | null> {
  const row = await q.get<{ id: string; name: string }>('select id, name from person where id = $1', id);
  if (!row) return null;
  const numbers = await q.all<{ number: string }>(
    'select number from person_number where person_id = $1 order by number',
    id,
  );
  return { ...row, numbers: numbers.map(({ number }) => number) };
}
