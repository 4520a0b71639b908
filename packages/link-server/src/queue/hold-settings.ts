import type { ChangeQueueRequest, HoldAnnouncement, Queue, WaitingSound } from '@carillon/contract';
import { DomainError } from '../domain-error.js';
import type { Query } from '../store/database.js';
import { requireKept } from '../uploaded/require-kept.js';

/** What the customers of a queue hear on hold (HLD-7). */
export type HoldSettings = Pick<Queue, 'holdSound' | 'holdMusic' | 'holdAnnouncement'>;

/** The same as its table holds it. */
export interface HoldRow {
  readonly hold_sound: WaitingSound;
  readonly hold_music: string | null;
  readonly hold_announcement: string | null;
  /** Null where nothing is said. */
  readonly hold_announcement_every_ms: number | null;
}

/** What is heard where nobody has chosen. */
export const usualHold: HoldSettings = Object.freeze({ holdSound: 'music', holdMusic: null, holdAnnouncement: null });

/** What customers hear on hold, of a queue's record. */
export const holdOf = ({ holdSound, holdMusic, holdAnnouncement }: HoldSettings): HoldSettings => ({
  holdSound,
  holdMusic,
  holdAnnouncement,
});

/** What customers hear on hold, of a row. */
export const toHold = (row: HoldRow): HoldSettings => ({
  holdSound: row.hold_sound,
  holdMusic: row.hold_music,
  holdAnnouncement: toAnnouncement(row),
});

const toAnnouncement = (row: HoldRow): HoldAnnouncement | null =>
  row.hold_announcement_every_ms === null
    ? null
    : { sound: row.hold_announcement, everyMs: row.hold_announcement_every_ms };

/** As the columns of `HoldRow` take it, in their order. */
export const holdValues = ({ holdSound, holdMusic, holdAnnouncement }: HoldSettings) =>
  [holdSound, holdMusic, holdAnnouncement?.sound ?? null, holdAnnouncement?.everyMs ?? null] as const;

/**
 * What is heard once a change is made. Who chooses another sound than music needs not know of the file that was played.
 * @throws {DomainError} `invalid_request` for a sound that is none, or a file where no music is to be heard
 */
export async function nextHold(
  q: Query,
  before: HoldSettings,
  change: Partial<Pick<ChangeQueueRequest, keyof HoldSettings>>,
  now: number,
): Promise<HoldSettings> {
  const { holdSound = before.holdSound, holdAnnouncement = before.holdAnnouncement } = change;
  const { holdMusic = holdSound === 'music' ? before.holdMusic : null } = change;
  if (holdMusic !== null && holdSound !== 'music') throw new DomainError('invalid_request', { fields: ['holdMusic'] });
  await requireKept(
    q,
    'sound',
    { holdMusic: change.holdMusic, 'holdAnnouncement.sound': change.holdAnnouncement?.sound },
    now,
  );
  return { holdSound, holdMusic, holdAnnouncement };
}
