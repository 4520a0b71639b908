/** How captions look: kept for the next call on this device. */
export interface CaptionLook {
  /** Whether they are shown in every call that can have them. */
  readonly on: boolean;
  /** In percent of the text around them. */
  readonly size: (typeof sizes)[number];
  readonly colours: (typeof colours)[number];
  readonly place: (typeof places)[number];
}

export const sizes = [100, 150, 200, 300] as const;
export const colours = ['dark', 'light', 'yellow'] as const;
export const places = ['bottom', 'top'] as const;

export const usualLook: CaptionLook = Object.freeze({ on: false, size: 100, colours: 'dark', place: 'bottom' });

const key = 'cc-captions';
type Kept = Pick<Storage, 'getItem' | 'setItem'>;

const among = <T>(known: readonly T[], value: unknown, usual: T): T =>
  known.includes(value as T) ? (value as T) : usual;

/** Reads how captions looked last; whatever does not fit is as usual. */
export function recallLook(storage: Kept | null): CaptionLook {
  try {
    const kept = JSON.parse(storage?.getItem(key) ?? '{}') as Partial<Record<keyof CaptionLook, unknown>>;
    return {
      on: kept.on === true,
      size: among(sizes, kept.size, usualLook.size),
      colours: among(colours, kept.colours, usualLook.colours),
      place: among(places, kept.place, usualLook.place),
    };
  } catch {
    return usualLook;
  }
}

const listeners = new Set<(look: CaptionLook) => void>();

/** Hears of every look that is chosen on this page. Returns the way to stop. */
export function onLook(listener: (look: CaptionLook) => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** Keeps it and tells the page; a browser that lets nothing be kept forgets it with the page. */
export function rememberLook(storage: Kept | null, look: CaptionLook): void {
  try {
    storage?.setItem(key, JSON.stringify(look));
  } catch {
    // Full or forbidden.
  }
  for (const listener of [...listeners]) listener(look);
}
