/** Every way in which devices or the media connection can fail, by cause (spec E-26). */
export type MediaErrorCode =
  | 'permission-denied'
  | 'permission-denied-by-system'
  | 'device-not-found'
  | 'device-in-use'
  | 'blocked-by-policy'
  | 'insecure-page'
  | 'unsupported-browser'
  | 'in-app-browser'
  | 'effect-unavailable'
  | 'connection-failed'
  | 'connection-refused';

/** A failure of devices or of the media connection. The message never holds a token. */
export class MediaError extends Error {
  override readonly name = 'MediaError';
  readonly code: MediaErrorCode;
  /** Which device, where one is to blame. */
  readonly device: 'microphone' | 'camera' | 'speaker' | null;

  constructor(code: MediaErrorCode, device: 'microphone' | 'camera' | 'speaker' | null = null) {
    super(device ? `${code} (${device})` : code);
    this.code = code;
    this.device = device;
  }
}
