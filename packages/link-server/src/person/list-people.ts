import type { PersonList } from '@carillon/contract';
import type { Deps } from '../deps.js';
import { readPage, type AskedPage } from '../paging/read-page.js';
import { findPerson } from './find-person.js';
import { anywhere, fold } from './fold-name.js';

export interface ListPeople extends AskedPage {
  readonly search?: string | undefined;
}

interface Row {
  readonly id: string;
  readonly name: string;
}

/** As few digits as these would find nearly everybody. */
const fewestDigits = 3;

/**
 * Whom the company knows, by name; or those of whose name, number or address the search is a part, however it is
 * written: accents, capitals, and spaces in a number do not count.
 * @throws {DomainError} `invalid_request` for a cursor that is none
 */
export function listPeople({ db }: Deps, { search = '', ...page }: ListPeople = {}): Promise<PersonList> {
  return db.read(async (q) => {
    const { rows, next } = await readPage<Row>(q, {
      select: 'select id, name from person',
      ...conditionOf(search.trim()),
      order: { by: 'name', is: 'text', id: 'id', of: ({ name, id }) => [name, id] },
      page,
    });
    const people = [];
    for (const { id } of rows) people.push(await findPerson(q, id));
    return { people: people.filter((person) => person !== null), next };
  });
}

function conditionOf(search: string) {
  if (search === '') return {};
  const digits = search.replace(/\D/g, '').replace(/^0+/, '');
  const hasAddress = (table: string, column: string, place: string) =>
    `exists (select 1 from ${table} where person_id = person.id and ${column} like ${place} escape '!')`;
  const ways = ["folded like $1 escape '!'", hasAddress('person_email', 'email', '$1')];
  const args = [anywhere(fold(search).replaceAll('\0', ''))];
  if (digits.length >= fewestDigits && /^[\d\s()+./-]+$/.test(search)) {
    ways.push(hasAddress('person_number', 'number', '$2'));
    args.push(anywhere(digits));
  }
  return { where: [`(${ways.join(' or ')})`], args };
}
