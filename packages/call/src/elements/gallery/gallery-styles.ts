/** The page around the frames. A sheet of its own, so that the strictest policy allows it. */
export function galleryStyles(document: Document): CSSStyleSheet {
  const View = document.defaultView ?? window;
  const sheet = new View.CSSStyleSheet();
  sheet.replaceSync(`
    .gallery > section { padding: 16px; background: var(--cc-canvas); color: var(--cc-text); font-family: var(--cc-family); }
    .gallery h2 { margin: 0 0 8px; font-size: 20px; }
    .gallery .frames { display: flex; flex-wrap: wrap; align-items: flex-start; gap: 24px 16px; }
    .gallery figure { margin: 0; max-inline-size: 100%; }
    .gallery figcaption { padding-block-end: 4px; color: var(--cc-muted); font-size: 13px; }
    .gallery .frame { max-inline-size: 100%; background: var(--cc-canvas); color: var(--cc-text); }
  `);
  return sheet;
}
