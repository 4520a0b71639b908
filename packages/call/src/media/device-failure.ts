import { MediaError, type MediaErrorCode } from './media-error.js';

/** Where the page is opened, as far as it decides whether devices can be had at all. */
export interface PageSituation {
  readonly secure: boolean;
  readonly hasDevices: boolean;
  /** What the surrounding page lets this one use; null where the browser does not tell. */
  readonly allowed: boolean | null;
}

/** Reads the page this runs in. */
export function pageSituation(device: 'microphone' | 'camera'): PageSituation {
  const policy: unknown = 'featurePolicy' in document ? document.featurePolicy : null;
  const asked = policy as { allowsFeature?: (feature: string) => boolean } | null;
  return {
    secure: isSecureContext,
    hasDevices: 'mediaDevices' in navigator,
    allowed: asked?.allowsFeature?.(device) ?? null,
  };
}

const causes: Readonly<Record<string, MediaErrorCode>> = {
  NotFoundError: 'device-not-found',
  OverconstrainedError: 'device-not-found',
  NotReadableError: 'device-in-use',
  AbortError: 'device-in-use',
  NotSupportedError: 'unsupported-browser',
};

/** Why no device was given (spec E-26): from what was thrown, and from where the page stands. */
export function deviceFailureCode(error: unknown, page: PageSituation): MediaErrorCode {
  if (error instanceof MediaError) return error.code;
  if (!page.hasDevices) return page.secure ? 'unsupported-browser' : 'insecure-page';
  const { name = '', message = '' } = (error ?? {}) as { name?: string; message?: string };
  if (name !== 'NotAllowedError' && name !== 'SecurityError') return causes[name] ?? 'unsupported-browser';
  if (page.allowed === false) return 'blocked-by-policy';
  // Chromium and Firefox name the system in the message and nowhere else.
  return /system/i.test(message) ? 'permission-denied-by-system' : 'permission-denied';
}
