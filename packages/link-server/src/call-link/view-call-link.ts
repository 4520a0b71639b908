import type { JoinView } from '@carillon/contract';
import { findCallOfCustomer } from '../call/read-call.js';
import { readCompany } from '../company/settings.js';
import type { Deps } from '../deps.js';
import { hashSecret } from '../transition/hash-secret.js';
import { findLink } from './find-link.js';
import { hoursOf } from './hours-of-link.js';
import { linkStateAt, nextOpening } from './link-state.js';
import { readConfigurationById, settingsOf } from './read-configuration.js';
import { toBrand } from './to-brand.js';

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
    const { language, texts, initialOptions, callOptions, consent, rating } = settingsOf(configuration);
    const at = now();
    const hash = secret === undefined ? null : hashSecret(secret);
    const call = hash === null ? undefined : await findCallOfCustomer(q, link.id, hash);
    const hours = hoursOf(link, configuration);
    const state = call && call.state !== 'ended' ? 'resumable' : linkStateAt(link, hash, at, hours);
    return {
      state,
      kind: link.kind,
      brand: toBrand(configuration),
      media: configuration.media,
      consent,
      rating: rating && (await readCompany(q)).rating === 1,
      language,
      texts,
      initialOptions,
      callOptions,
      queueName: configuration.queue_name,
      displayName: link.display_name,
      outsideHours: state === 'not-open' && (link.opens_at ?? 0) <= at,
      opensAt: state === 'not-open' ? nextOpening(link, at, hours) : link.opens_at,
      expiresAt: link.expires_at,
      timeZone: link.tz ?? hours?.timeZone ?? null,
      serverNow: at,
    };
  });
}
