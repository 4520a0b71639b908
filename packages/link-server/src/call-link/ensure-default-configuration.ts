import { defaultConfigurationKey, limits } from '@carillon/contract';
import type { Deps } from '../deps.js';
import { ensureQueue } from '../queue/ensure-queue.js';
import { ensureConfigurations } from './ensure-configurations.js';

/**
 * Makes the built-in configuration exist (LNK-17), so that a company that has configured nothing can share links: good
 * for 24 hours, by sound or with a camera, to the first queue, or one that is made for them.
 */
export async function ensureDefaultConfiguration(
  deps: Deps,
  { brandName }: { readonly brandName: string },
): Promise<void> {
  const found = await deps.db.read((q) =>
    q.get('select id from link_configuration where key = $1', defaultConfigurationKey),
  );
  if (found) return;
  const queue = await deps.db.read((q) =>
    q.get<{ id: string }>('select id from queue where archived_at is null order by key limit 1'),
  );
  await ensureConfigurations(deps, [
    {
      key: defaultConfigurationKey,
      kind: 'expiry',
      queueId: queue?.id ?? (await ensureQueue(deps, { key: 'support', name: 'Support' })),
      lifeMs: limits.linkMs,
      brand: { name: brandName, color: '#0f62c4', welcome: 'Talk to us, with or without a camera.' },
    },
  ]);
}
