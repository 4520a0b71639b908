import { formatDuration } from '@carillon/call';
import type { TimelineEntry } from '@carillon/contract';
import { callLog } from '../localize/en/call-log.js';
import { strings } from '../localize/strings.js';

type LogKey = keyof typeof callLog;

/** What puts a sentence into the reader's language. */
export interface Translate {
  readonly log: (key: LogKey, params?: Record<string, string>) => string;
  readonly agent: (key: keyof typeof strings) => string;
}

export interface EntryWords {
  /** What happened, in a few words. */
  readonly line: string;
  /** Who did it and how long it lasted, where that is known. */
  readonly about: readonly string[];
  /** What somebody wrote, or null. */
  readonly written: string | null;
}

/** What somebody wrote is shown as they wrote it, and apart from what happened. */
const written: ReadonlySet<TimelineEntry['type']> = new Set([
  'note_saved',
  'summary_saved',
  'message_received',
  'message_sent',
  'mail_received',
  'mail_sent',
]);

const inLog = (key: string): key is LogKey => Object.hasOwn(callLog, key);
const inStrings = (key: string): key is keyof typeof strings => Object.hasOwn(strings, key);

/** An entry of a conversation's history in words. A kind or a reason of a newer server is said in general. */
export function entryWords(entry: TimelineEntry, t: Translate): EntryWords {
  const { type, actor, text, durationMs } = entry;
  const about = [
    ...(actor === null ? [] : [actor]),
    ...(durationMs === null ? [] : [t.log('log.lasted', { time: formatDuration(durationMs) })]),
    ...(isLink(type) ? known(`link-list.kind-${text}`, t) : []),
  ];
  return { line: lineOf(entry, t), about, written: written.has(type) ? text : null };
}

function lineOf({ type, text }: TimelineEntry, t: Translate): string {
  const key = [`log.${type}-${text}`, `log.${type}`].find(inLog);
  if (!key) return type.replaceAll('_', ' ');
  if (type === 'call_rated' || type === 'quality_rated') return t.log(key, { stars: text ?? '' });
  if (type === 'status_changed') return t.log(key, { status: known(`wrapup.${text}`, t)[0] ?? text ?? '' });
  return t.log(key, { name: text ?? '' });
}

const isLink = (type: string) => type === 'link_created' || type === 'link_revoked';
const known = (key: string, t: Translate): readonly string[] => (inStrings(key) ? [t.agent(key)] : []);
