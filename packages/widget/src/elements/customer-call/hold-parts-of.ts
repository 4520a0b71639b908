import type { HoldParts } from '../../sound/hold-parts.js';
import type { LinkController } from '../link-controller.js';

/** What the queue of a customer's call has chosen for a hold, besides the built-in sounds; null while it is passed on. */
export function holdParts(link: LinkController): HoldParts | null {
  const call = link.link?.call;
  const { session } = link;
  if (!call || !session || call.state === 'transferring') return null;
  const { holdSound, holdMusic, holdAnnouncement } = call;
  return {
    still: holdSound === 'none',
    musicUrl: session.soundUrl(holdMusic),
    announcement: holdAnnouncement
      ? {
          url: session.soundUrl(holdAnnouncement.sound),
          words: link.t('in-call.announcement'),
          language: link.locale,
          everyMs: holdAnnouncement.everyMs,
        }
      : null,
  };
}
