import { defaultConfigurationKey, type Done } from '@carillon/contract';
import type { Deps } from '../deps.js';
import { DomainError } from '../domain-error.js';
import { readConfigurationToChange } from './configuration-parts.js';

/**
 * Puts a configuration out of use: no link is made with it any more, those that were go on. The built-in one stays.
 * @throws {DomainError} `not_found`, `configuration_built_in`
 */
export function archiveConfiguration({ db, now }: Deps, { key }: { readonly key: string }): Promise<Done> {
  if (key === defaultConfigurationKey) return Promise.reject(new DomainError('configuration_built_in'));
  return db.tx(async (q) => {
    await readConfigurationToChange(q, key);
    await q.run(
      'update link_configuration set archived_at = $2, version = version + 1 where key = $1 and archived_at is null',
      key,
      now(),
    );
    return { serverNow: now() };
  });
}
