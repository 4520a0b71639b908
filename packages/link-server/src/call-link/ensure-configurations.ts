import type { Brand, CallLinkKind } from '@carillon/contract';
import type { Deps } from '../deps.js';

export interface NewConfiguration {
  readonly key: string;
  /** What agents read. Default: the key. */
  readonly name?: string;
  readonly kind: CallLinkKind;
  readonly queueId: string;
  /** How long its links live, in milliseconds. */
  readonly lifeMs: number;
  readonly brand: Brand;
}

/** Makes link configurations exist under their keys. One that is there is left as the company has set it. */
export function ensureConfigurations({ db, ids }: Deps, configurations: readonly NewConfiguration[]): Promise<void> {
  return db.tx(async (q) => {
    for (const { key, name = '', kind, queueId, lifeMs, brand } of configurations)
      await q.run(
        `insert into link_configuration (id, key, name, kind, queue_id, life_ms, brand_name, brand_color, brand_welcome)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (key) do nothing`,
        ids.id('cfg'),
        key,
        name,
        kind,
        queueId,
        lifeMs,
        brand.name,
        brand.color,
        brand.welcome,
      );
  });
}
