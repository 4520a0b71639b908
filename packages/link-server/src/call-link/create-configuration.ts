import type { CreateLinkConfigurationRequest, LinkConfiguration } from '@carillon/contract';
import { companyLanguage } from '../company/settings.js';
import type { Deps } from '../deps.js';
import { DomainError } from '../domain-error.js';
import { requirePictures } from '../picture/require-pictures.js';
import { readConfigurationToChange, requireQueue, settingsText } from './configuration-parts.js';
import { toConfiguration } from './to-configuration.js';

/**
 * Makes a link configuration. A key is never given twice, not even after its configuration was archived.
 * @throws {DomainError} `key_taken`, `invalid_request` for a queue that is none
 */
export function createConfiguration(
  { db, ids, now }: Deps,
  request: CreateLinkConfigurationRequest,
): Promise<LinkConfiguration> {
  const { key, name, kind, queueId, media, lifeMs, brand, language } = request;
  return db.tx(async (q) => {
    await requireQueue(q, queueId);
    await requirePictures(q, brand, now());
    const { changes } = await q.run(
      `insert into link_configuration (id, key, name, kind, queue_id, life_ms, brand_name, brand_color, brand_welcome, media, settings)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) on conflict (key) do nothing`,
      ids.id('cfg'),
      key,
      name,
      kind,
      queueId,
      lifeMs,
      brand.name,
      brand.color,
      brand.welcome,
      media,
      settingsText(
        { ...request, language: language ?? { mode: 'browser', language: await companyLanguage(q) } },
        brand,
      ),
    );
    if (changes === 0) throw new DomainError('key_taken', { fields: ['key'] });
    return toConfiguration(await readConfigurationToChange(q, key));
  });
}
