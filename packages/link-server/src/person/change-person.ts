import type { ChangePersonRequest, Person } from '@carillon/contract';
import type { Deps } from '../deps.js';
import { DomainError } from '../domain-error.js';
import { transition } from '../transition/run-transition.js';
import { readPerson } from './find-person.js';
import { fold } from './fold-name.js';
import { keepAddresses } from './keep-addresses.js';

/**
 * Changes a person. Conversations that go by their name go by the new one.
 * @throws {DomainError} `not_found`, `changed_meanwhile`, `address_taken`
 */
export function changePerson(
  deps: Deps,
  { personId, change }: { readonly personId: string; readonly change: ChangePersonRequest },
): Promise<Person> {
  return transition(deps, async (t) => {
    const before = await readPerson(t.q, personId);
    const { name = before.name, numbers = before.numbers, emails = before.emails } = change;
    const { changes } = await t.q.run(
      'update person set name = $3, folded = $4, version = version + 1 where id = $1 and version = $2',
      personId,
      change.version,
      name,
      fold(name),
    );
    if (changes === 0) throw new DomainError('changed_meanwhile');
    await keepAddresses(t.q, personId, { numbers, emails });
    const renamed = await t.q.all<{ id: string }>(
      'update conversation set title = $3 where person_id = $1 and title = $2 and title <> $3 returning id',
      personId,
      before.name,
      name,
    );
    for (const { id } of renamed) t.conversations.add(id);
    return readPerson(t.q, personId);
  });
}
