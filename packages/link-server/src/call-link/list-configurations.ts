import type { LinkChoice, LinkChoiceList, LinkConfigurationList } from '@carillon/contract';
import type { Deps } from '../deps.js';
import { readPage, type AskedPage } from '../paging/read-page.js';
import { configurationColumns, settingsOf, type ConfigurationRow } from './read-configuration.js';
import { toConfiguration } from './to-configuration.js';

const inUse = 'link_configuration.archived_at is null';

/** Configurations that links can be made with. @throws {DomainError} `invalid_request` for a cursor that is none */
export async function listConfigurations({ db }: Deps, page: AskedPage = {}): Promise<LinkConfigurationList> {
  const { rows, next } = await db.read((q) =>
    readPage<ConfigurationRow>(q, {
      select: `select ${configurationColumns}`,
      where: [inUse],
      order: { by: 'link_configuration.key', is: 'text', id: 'link_configuration.id', of: ({ key, id }) => [key, id] },
      page,
    }),
  );
  return { configurations: rows.map(toConfiguration), next };
}

const toChoice = (row: ConfigurationRow): LinkChoice => {
  const { key, name, kind, media } = row;
  return { key, name: name || key, kind, media, hours: settingsOf(row).hours };
};

/** All of them for an agent's choice: what to call them, whether they ask for a time-frame, and their hours (LNK-13). */
export async function listLinkChoices({ db }: Deps): Promise<LinkChoiceList> {
  const rows = await db.read((q) =>
    q.all<ConfigurationRow>(`select ${configurationColumns} where ${inUse} order by link_configuration.key`),
  );
  return { choices: rows.map(toChoice) };
}
