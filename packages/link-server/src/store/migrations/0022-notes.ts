import type { Migration } from './migration.js';

/** What an agent's page sends twice is one note, as with messages; a wrap-up has one as well. */
export const notes: Migration = {
  version: 22,
  name: 'notes',
  sql: `
    create unique index conversation_event_note on conversation_event (conversation_id, ref) where type = 'note_saved';
  `,
};
