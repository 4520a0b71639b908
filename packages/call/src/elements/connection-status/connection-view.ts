import type { CallSnapshot } from '../../session/call-snapshot.js';

/** What the badge says. */
export type ConnectionBadge = 'unknown' | 'good' | 'weak' | 'lost' | 'remote-weak';

/** What is known about both sides' connections, in the words of a badge and a banner. */
export interface ConnectionView {
  readonly badge: ConnectionBadge;
  /** Which side reconnects, or null. The own side first: while it is away nothing is known of the other. */
  readonly reconnecting: 'local' | 'remote' | null;
  /** Of which side a banner tells: earlier than the own side reconnects, as a short pause mends itself. */
  readonly interrupted: 'local' | 'remote' | null;
}

/** Reads a call's connections. The worse of the two sides decides, the own one first. */
export function connectionView(call: CallSnapshot): ConnectionView {
  const { phase, link, local, remotes, record } = call;
  const own = phase === 'reconnecting' || link === 'lost';
  const silent = own || link === 'silent';
  const remoteAway = phase !== 'waiting' && phase !== 'reconnecting' && phase !== 'ended' && record.remoteAway;
  const side = (local: boolean) => (phase === 'ended' ? null : local ? 'local' : remoteAway ? 'remote' : null);
  const badge = ((): ConnectionBadge => {
    if (silent || local.quality === 'lost') return 'lost';
    if (link === 'weak' || local.quality === 'poor') return 'weak';
    if (remoteAway || remotes.some(({ quality }) => quality === 'poor' || quality === 'lost')) return 'remote-weak';
    return local.quality === 'unknown' ? 'unknown' : 'good';
  })();
  return { badge, reconnecting: side(own), interrupted: side(silent) };
}
