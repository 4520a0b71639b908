import type { PersonList } from '@carillon/contract';
import type { Deps } from '../deps.js';
import { readPage, type AskedPage } from '../paging/read-page.js';
import { findPerson } from './find-person.js';

interface Row {
  readonly id: string;
  readonly name: string;
}

/** Whom the company knows, by name. @throws {DomainError} `invalid_request` for a cursor that is none */
export function listPeople({ db }: Deps, page: AskedPage = {}): Promise<PersonList> {
  return db.read(async (q) => {
    const { rows, next } = await readPage<Row>(q, {
      select: 'select id, name from person',
      order: { by: 'name', is: 'text', id: 'id', of: ({ name, id }) => [name, id] },
      page,
    });
    const people = [];
    for (const { id } of rows) people.push(await findPerson(q, id));
    return { people: people.filter((person) => person !== null), next };
  });
}
