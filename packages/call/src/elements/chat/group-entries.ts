import type { ChatEntry } from '../../session/chat/chat-snapshot.js';

/** Messages of one person that follow each other. */
export interface ChatGroup {
  readonly key: string;
  readonly own: boolean;
  readonly name: string | null;
  /** When the first was written. */
  readonly at: number;
  readonly entries: readonly ChatEntry[];
}

/** After a silence this long the time is said anew. */
const silenceMs = 5 * 60_000;

/** Puts together what one person has written in a row. */
export function groupEntries(entries: readonly ChatEntry[]): readonly ChatGroup[] {
  const groups: (Omit<ChatGroup, 'entries'> & { readonly entries: ChatEntry[] })[] = [];
  for (const entry of entries) {
    const group = groups.at(-1);
    const last = group?.entries.at(-1);
    // What is on its way has no name yet: it is the own side's all the same.
    const same = group?.own === entry.own && (group.name === entry.name || entry.name === null);
    if (group && last && same && entry.at - last.at < silenceMs) group.entries.push(entry);
    else groups.push({ key: entry.key, own: entry.own, name: entry.name, at: entry.at, entries: [entry] });
  }
  return groups;
}
