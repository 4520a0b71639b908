import type { JoinView } from '@carillon/contract';
import { findCallOfCustomer } from '../call/read-call.js';
import type { Deps } from '../deps.js';
import { hashSecret } from '../transition/hash-secret.js';
import { findLink } from './find-link.js';
import { linkStateAt } from './link-state.js';
import { readConfigurationById } from './read-configuration.js';

export interface ViewCallLink {
  readonly code: string;
  /** The browser's secret, when it has one. */
  readonly secret?: string | undefined;
}

/** What a link's page shows. Looking changes nothing, however often and by whom (E-16). @throws {DomainError} `link_unavailable` */
export function viewCallLink({ db, now }: Deps, { code, secret }: ViewCallLink): Promise<JoinView> {
  return db.read(async (q) => {
    const link = await findLink(q, code);
    const configuration = await readConfigurationById(q, link.configuration_id);
    const at = now();
    const hash = secret === undefined ? null : hashSecret(secret);
    const call = hash === null ? undefined : await findCallOfCustomer(q, link.id, hash);
    return {
      state: call && call.state !== 'ended' ? 'resumable' : linkStateAt(link, hash, at),
      kind: link.kind,
      brand: { name: configuration.brand_name, color: configuration.brand_color, welcome: configuration.brand_welcome },
      queueName: configuration.queue_name,
      displayName: link.display_name,
      opensAt: link.opens_at,
      expiresAt: link.expires_at,
      serverNow: at,
    };
  });
}
