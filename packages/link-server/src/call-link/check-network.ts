import type { NetworkCheckGrant } from '@carillon/contract';
import type { Deps } from '../deps.js';
import { DomainError } from '../domain-error.js';
import { hashSecret } from '../transition/hash-secret.js';
import { findLink } from './find-link.js';
import { hoursOf } from './hours-of-link.js';
import { linkStateAt, refusalOf } from './link-state.js';
import { readConfigurationById } from './read-configuration.js';

/** A check takes seconds: its room goes with whoever was in it, and by itself where nobody came. */
const roomSeconds = 15;
const tokenSeconds = 30;

export interface CheckNetwork {
  readonly code: string;
  /** The browser's secret, when it has one. */
  readonly secret?: string | undefined;
}

/**
 * A way into an empty room, for a browser that wants to know whether a call would work. Nothing is kept of it, and the
 * link is as unused as before; one that could not start a call checks nothing either.
 * @throws {DomainError} `link_unavailable`, `link_used`, `link_expired`, `link_in_use`, `link_not_yet_active`, `media_unavailable`
 */
export async function checkNetwork(deps: Deps, { code, secret }: CheckNetwork): Promise<NetworkCheckGrant> {
  const state = await deps.db.read(async (q) => {
    const link = await findLink(q, code);
    const hours = hoursOf(link, await readConfigurationById(q, link.configuration_id));
    return linkStateAt(link, secret === undefined ? null : hashSecret(secret), deps.now(), hours);
  });
  const refusal = refusalOf[state];
  if (refusal !== null) throw new DomainError(refusal);
  const room = deps.ids.id('chk');
  const identity = deps.ids.id('par');
  await deps.livekit.createRoom(room, roomSeconds);
  const token = await deps.tokens.mint({ role: 'network-check', room, identity, ttlSeconds: tokenSeconds });
  return { media: { url: deps.settings.livekitUrl, token, identity }, serverNow: deps.now() };
}
