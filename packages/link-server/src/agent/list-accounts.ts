import type { AgentAccountList } from '@carillon/contract';
import type { Deps } from '../deps.js';
import { readPage, type AskedPage } from '../paging/read-page.js';
import { readAccounts } from './read-account.js';

interface Row {
  readonly id: string;
  readonly name: string;
}

/** Who works here, by name. @throws {DomainError} `invalid_request` for a cursor that is none */
export function listAccounts({ db, now }: Deps, page: AskedPage = {}): Promise<AgentAccountList> {
  return db.read(async (q) => {
    const { rows, next } = await readPage<Row>(q, {
      select: 'select id, name from agent',
      where: ['archived_at is null'],
      order: { by: 'name', is: 'text', id: 'id', of: ({ name, id }) => [name, id] },
      page,
    });
    const ids = rows.map(({ id }) => id);
    return { agents: await readAccounts(q, ids, now()), next };
  });
}
