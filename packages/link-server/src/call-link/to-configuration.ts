import type { LinkConfiguration } from '@carillon/contract';
import { settingsOf, type ConfigurationRow } from './read-configuration.js';
import { toBrand } from './to-brand.js';

/** A configuration as administrators see it. */
export const toConfiguration = (row: ConfigurationRow): LinkConfiguration => ({
  ...settingsOf(row),
  key: row.key,
  name: row.name,
  kind: row.kind,
  queueId: row.queue_id,
  queueName: row.queue_name,
  media: row.media,
  lifeMs: row.life_ms,
  brand: toBrand(row),
  version: row.version,
  archivedAt: row.archived_at,
});
