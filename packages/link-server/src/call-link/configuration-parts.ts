import { LinkSettings, type SetBrand } from '@carillon/contract';
import { DomainError } from '../domain-error.js';
import type { Query } from '../store/database.js';
import { configurationColumns, type ConfigurationRow } from './read-configuration.js';

/** What is kept as one text beside the columns: the settings, and the brand's pictures. */
export const settingsText = (
  settings: LinkSettings,
  { background, logo, backgroundImage }: Pick<SetBrand, 'background' | 'logo' | 'backgroundImage'>,
): string => JSON.stringify({ ...LinkSettings.parse(settings), background, logo, backgroundImage });

/** Makes sure that calls can wait in this queue. @throws {DomainError} `invalid_request` */
export async function requireQueue(q: Query, queueId: string): Promise<void> {
  const queue = await q.get('select id from queue where id = $1 and archived_at is null', queueId);
  if (!queue) throw new DomainError('invalid_request', { fields: ['queueId'] });
}

/** A configuration in use, as a thing of its own in an address. @throws {DomainError} `not_found` */
export async function readConfigurationToChange(q: Query, key: string): Promise<ConfigurationRow> {
  const row = await q.get<ConfigurationRow>(
    `select ${configurationColumns} where link_configuration.key = $1 and link_configuration.archived_at is null`,
    key,
  );
  if (!row) throw new DomainError('not_found');
  return row;
}
