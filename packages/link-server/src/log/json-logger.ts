import type { LogFields, Logger } from '../deps.js';

/** The only fields that are ever written. A name, a number, a note or a token has no field to go to. */
const allowed = new Set([
  'callId',
  'code',
  'error',
  'kind',
  'message',
  'method',
  'ms',
  'port',
  'reason',
  'requestId',
  'route',
  'status',
  'tries',
]);

const patterns: readonly [RegExp, string][] = [
  // JSON web tokens, also cut off ones.
  [/eyJ[\w-]+(\.[\w-]*){0,2}/g, '[token]'],
  // Link codes and bearers: 22 or 43 characters of base64url that stand alone.
  [/(?<![\w-])([\w-]{43}|[\w-]{22})(?![\w-])/g, '[secret]'],
  [/\+?\d[\d ()/-]{6,}\d/g, '[number]'],
];

/** Takes out of a text what looks like a secret or a phone number, in case one ever gets into a message. */
export const redact = (text: string): string =>
  patterns.reduce((kept, [pattern, by]) => kept.replace(pattern, by), text);

/** Writes one JSON line an event. JSON escapes line breaks, so no value can forge a second line. */
export function jsonLogger(write: (line: string) => void, now: () => number): Logger {
  const log =
    (level: string) =>
    (event: string, fields: LogFields = {}) => {
      const kept = Object.entries(fields).flatMap(([name, value]) =>
        allowed.has(name) ? [[name, typeof value === 'string' ? clean(name, value) : value] as const] : [],
      );
      write(JSON.stringify({ level, event, at: new Date(now()).toISOString(), ...Object.fromEntries(kept) }));
    };
  return { info: log('info'), warn: log('warn'), error: log('error') };
}

/** Our own ids are no secrets and help to find things again. */
const clean = (name: string, value: string): string =>
  name === 'callId' || name === 'requestId' ? value : redact(value).slice(0, 500);
