import { LinkPictures, type ChangeLinkConfigurationRequest, type LinkConfiguration } from '@carillon/contract';
import type { Deps } from '../deps.js';
import { DomainError } from '../domain-error.js';
import { requirePictures } from '../picture/require-pictures.js';
import { readConfigurationToChange, requireQueue, settingsText } from './configuration-parts.js';
import { toConfiguration } from './to-configuration.js';

export interface ChangeConfiguration {
  readonly key: string;
  readonly change: ChangeLinkConfigurationRequest;
}

/**
 * Changes a configuration, for links that will be made and those that are there: only their kind and end stay. Of two
 * who have read the same version one wins. @throws {DomainError} `not_found`, `changed_meanwhile`, `invalid_request`
 */
export function changeConfiguration(
  { db, now }: Deps,
  { key, change }: ChangeConfiguration,
): Promise<LinkConfiguration> {
  return db.tx(async (q) => {
    const row = await readConfigurationToChange(q, key);
    const { version, ...given } = change;
    const next = { ...toConfiguration(row), ...given };
    if (given.queueId !== undefined) await requireQueue(q, given.queueId);
    if (given.brand !== undefined) await requirePictures(q, given.brand, now());
    const { changes } = await q.run(
      `update link_configuration set name = $3, kind = $4, queue_id = $5, life_ms = $6, brand_name = $7, brand_color = $8,
         brand_welcome = $9, media = $10, settings = $11, version = version + 1
       where key = $1 and version = $2 and archived_at is null`,
      key,
      version,
      next.name,
      next.kind,
      next.queueId,
      next.lifeMs,
      next.brand.name,
      next.brand.color,
      next.brand.welcome,
      next.media,
      settingsText(next, LinkPictures.parse(next.brand)),
    );
    if (changes === 0) throw new DomainError('changed_meanwhile');
    return toConfiguration(await readConfigurationToChange(q, key));
  });
}
