export interface PageLife {
  /** The page is left, closed or put away: the last moment to say something. */
  readonly hidden: () => void;
  /** The browser brings the page back from its page cache, as it was. */
  readonly restored: () => void;
  readonly online: () => void;
}

/** Follows what becomes of the page. Returns the way to stop. */
export function followPage({ hidden, restored, online }: PageLife): () => void {
  const shown = (event: PageTransitionEvent) => {
    if (event.persisted) restored();
  };
  addEventListener('pagehide', hidden);
  addEventListener('pageshow', shown);
  addEventListener('online', online);
  return () => {
    removeEventListener('pagehide', hidden);
    removeEventListener('pageshow', shown);
    removeEventListener('online', online);
  };
}
