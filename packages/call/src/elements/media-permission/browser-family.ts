/** Browsers that keep permissions in different places. */
export type BrowserFamily = 'chromium' | 'firefox' | 'safari' | 'safari-ios' | 'other';

/** Systems that keep permissions in different places. */
export type SystemFamily = 'mac' | 'windows' | 'other';

/** Which browser's way to say. Every browser on iOS is Safari underneath. */
export function browserFamily(userAgent: string): BrowserFamily {
  if (/iPhone|iPad|iPod/.test(userAgent)) return 'safari-ios';
  if (/Firefox\//.test(userAgent)) return 'firefox';
  if (/Chrom(e|ium)\//.test(userAgent)) return 'chromium';
  if (/Safari\//.test(userAgent)) return 'safari';
  return 'other';
}

/** Which system's way to say. */
export function systemFamily(userAgent: string): SystemFamily {
  if (/Windows/.test(userAgent)) return 'windows';
  if (/Macintosh/.test(userAgent)) return 'mac';
  return 'other';
}
