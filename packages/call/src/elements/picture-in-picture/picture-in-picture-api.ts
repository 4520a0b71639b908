/** What Chromium and Firefox offer for a window of a page's own above all others (WICG Document Picture-in-Picture). */
export interface DocumentPictureInPicture {
  readonly window: Window | null;
  requestWindow(options?: { readonly width?: number; readonly height?: number }): Promise<Window>;
}

/** The browser's document picture-in-picture, or null where it has none. */
export const documentPictureInPicture = (): DocumentPictureInPicture | null =>
  (globalThis as { documentPictureInPicture?: DocumentPictureInPicture }).documentPictureInPicture ?? null;

/** Whether a single video can be shown above all others: what Safari offers instead. */
export const mayFloatVideo = (): boolean =>
  globalThis.document?.pictureInPictureEnabled === true && 'requestPictureInPicture' in HTMLVideoElement.prototype;
