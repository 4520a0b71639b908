const known = {
  offline: 'prejoin.failed-offline',
  media_unavailable: 'prejoin.failed-media_unavailable',
  rate_limited: 'prejoin.failed-rate_limited',
  server_stopping: 'prejoin.failed-media_unavailable',
  server_busy: 'prejoin.failed-media_unavailable',
} as const;

type FailureKey = (typeof known)[keyof typeof known] | 'prejoin.failed';

/** What to say when a call could not be started; a code without words of its own gets the general ones. */
export const failureWords = (code: string): FailureKey => {
  const words: Readonly<Record<string, FailureKey | undefined>> = known;
  return words[code] ?? 'prejoin.failed';
};
