import type { CreatePersonRequest, Person } from '@carillon/contract';
import type { Deps } from '../deps.js';
import { readPerson } from './find-person.js';
import { fold } from './fold-name.js';
import { keepAddresses } from './keep-addresses.js';

/** Makes a person known. @throws {DomainError} `address_taken` */
export function createPerson(
  { db, ids }: Deps,
  { name, numbers = [], emails = [] }: CreatePersonRequest,
): Promise<Person> {
  return db.tx(async (q) => {
    const id = ids.id('per');
    await q.run('insert into person (id, name, folded) values ($1, $2, $3)', id, name, fold(name));
    await keepAddresses(q, id, { numbers, emails });
    return readPerson(q, id);
  });
}
