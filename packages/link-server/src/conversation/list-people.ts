import type { PersonList } from '@carillon/contract';
import type { Deps } from '../deps.js';

/** Everybody the company knows, by name. */
export async function listPeople({ db }: Deps): Promise<PersonList> {
  return db.read(async (q) => {
    const people = await q.all<{ id: string; name: string }>('select id, name from person order by name, id limit 500');
    const numbers = await q.all<{ number: string; person_id: string }>(
      'select number, person_id from person_number order by number',
    );
    const of = numbersByPerson(numbers);
    return { people: people.map((person) => ({ ...person, numbers: of.get(person.id) ?? [] })) };
  });
}

function numbersByPerson(
  rows: readonly { readonly number: string; readonly person_id: string }[],
): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const { person_id, number } of rows) groups.set(person_id, [...(groups.get(person_id) ?? []), number]);
  return groups;
}
