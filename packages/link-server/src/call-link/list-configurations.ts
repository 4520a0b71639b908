import type { LinkChoiceList, LinkConfigurationList } from '@carillon/contract';
import type { Deps } from '../deps.js';
import { configurationColumns, type ConfigurationRow } from './read-configuration.js';
import { toConfiguration } from './to-configuration.js';

const inUse = `select ${configurationColumns} where link_configuration.archived_at is null order by link_configuration.key`;

/** Configurations that links can be made with. */
export async function listConfigurations({ db }: Deps): Promise<LinkConfigurationList> {
  const rows = await db.read((q) => q.all<ConfigurationRow>(inUse));
  return { configurations: rows.map(toConfiguration) };
}

/** The same for agents: what to call them, and whether they ask for a time-frame (LNK-13). */
export async function listLinkChoices({ db }: Deps): Promise<LinkChoiceList> {
  const rows = await db.read((q) => q.all<ConfigurationRow>(inUse));
  return { choices: rows.map(({ key, name, kind, media }) => ({ key, name: name || key, kind, media })) };
}
