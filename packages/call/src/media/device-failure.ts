import { inAppBrowser } from './in-app-browser.js';
import { MediaError, type MediaErrorCode } from './media-error.js';

/** Where the page is opened, as far as it decides whether devices can be had at all. */
export interface PageSituation {
  readonly secure: boolean;
  readonly hasDevices: boolean;
  /** What the surrounding page lets this one use; null where the browser does not tell. */
  readonly allowed: boolean | null;
  /** The page is opened inside of another app. */
  readonly inApp: boolean;
}

/** Reads the page this runs in. */
export function pageSituation(device: 'microphone' | 'camera'): PageSituation {
  const policy: unknown = 'featurePolicy' in document ? document.featurePolicy : null;
  const asked = policy as { allowsFeature?: (feature: string) => boolean } | null;
  return {
    secure: isSecureContext,
    // Older web views have the name and nothing behind it.
    hasDevices: Boolean((navigator as Partial<Navigator>).mediaDevices),
    allowed: asked?.allowsFeature?.(device) ?? null,
    inApp: inAppBrowser(navigator.userAgent) !== null,
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
  if (!page.hasDevices) return withoutDevices(page);
  const { name = '', message = '' } = (error ?? {}) as { name?: string; message?: string };
  if (name !== 'NotAllowedError' && name !== 'SecurityError') return causes[name] ?? 'unsupported-browser';
  if (page.allowed === false) return 'blocked-by-policy';
  // Chromium and Firefox name the system in the message and nowhere else.
  if (/system/i.test(message)) return 'permission-denied-by-system';
  // An app's own browser refuses without asking anybody: there is nothing on this page to allow it with.
  return page.inApp ? 'in-app-browser' : 'permission-denied';
}

/** Why a page has no devices at all: known before anybody is asked. */
export function withoutDevices({ secure, inApp }: PageSituation): MediaErrorCode {
  if (!secure) return 'insecure-page';
  return inApp ? 'in-app-browser' : 'unsupported-browser';
}
