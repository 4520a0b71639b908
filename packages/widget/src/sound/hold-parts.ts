/** What is said on hold, again and again. */
export interface Announcement {
  /** Where its file is; null: the words are spoken by a voice of this device, where there is one. */
  readonly url: string | null;
  readonly words: string;
  readonly language: string;
  /** How long after its end it comes again. */
  readonly everyMs: number;
}

/** What a queue has chosen for its customers on hold, besides the built-in sounds (HLD-7). */
export interface HoldParts {
  /** Whether nothing is heard but what is announced. */
  readonly still: boolean;
  /** A file in place of the built-in music. */
  readonly musicUrl: string | null;
  readonly announcement: Announcement | null;
}
