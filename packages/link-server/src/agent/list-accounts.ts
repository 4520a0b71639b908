import type { AgentAccountList } from '@carillon/contract';
import type { Deps } from '../deps.js';
import { readAccount } from './read-account.js';

/** Everybody who works here, by name. */
export function listAccounts({ db, now }: Deps): Promise<AgentAccountList> {
  return db.read(async (q) => {
    const rows = await q.all<{ id: string }>('select id from agent where archived_at is null order by name, id');
    const agents = [];
    for (const { id } of rows) agents.push(await readAccount(q, id, now()));
    return { agents };
  });
}
