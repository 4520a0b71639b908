import type { Queue, WaitingSound } from '@carillon/contract';
import { FormError } from './admin-form.js';

/** What is chosen in the form for customers on hold. */
export interface HoldChoice {
  readonly sound: WaitingSound;
  /** Id of an uploaded music; null for the built-in one. It is kept while another sound is tried. */
  readonly music: string | null;
  readonly announces: 'none' | 'built-in' | 'file';
  /** Id of an uploaded announcement, likewise. */
  readonly announcement: string | null;
  readonly everyMs: number;
}

type HoldSettings = Pick<Queue, 'holdSound' | 'holdMusic' | 'holdAnnouncement'>;

/** How long after its end an announcement usually comes again. */
const usualEveryMs = 30_000;

/** What a queue has, or a new one begins with. */
export const choiceOf = (queue: HoldSettings | null): HoldChoice => {
  const { holdSound = 'music', holdMusic = null, holdAnnouncement = null } = queue ?? {};
  return {
    sound: holdSound,
    music: holdMusic,
    announces: holdAnnouncement === null ? 'none' : holdAnnouncement.sound === null ? 'built-in' : 'file',
    announcement: holdAnnouncement?.sound ?? null,
    everyMs: holdAnnouncement?.everyMs ?? usualEveryMs,
  };
};

/** What is sent. @throws {FormError} where a file is to be announced and none is there */
export function settingsOf({ sound, music, announces, announcement, everyMs }: HoldChoice): HoldSettings {
  if (announces === 'file' && announcement === null)
    throw new FormError('Choose the file that is announced on hold, or another announcement.');
  return {
    holdSound: sound,
    holdMusic: sound === 'music' ? music : null,
    holdAnnouncement: announces === 'none' ? null : { sound: announces === 'file' ? announcement : null, everyMs },
  };
}
