import type { Migration } from './migration.js';

/**
 * What customers hear on hold besides what is built in: a file for the music, and an announcement over it, which is a file
 * or, where it names none, a sentence. `data` is base64, as with pictures; an id is made of the bytes it stands for. Queues
 * are older than the table they refer to now, and rows are moved in the order of the tables: the references are looked at
 * last.
 */
export const holdSounds: Migration = {
  version: 20,
  name: 'hold-sounds',
  sql: `
    create table sound (
      id text primary key,
      type text not null check (type in ('audio/wav', 'audio/mpeg', 'audio/ogg', 'audio/mp4')),
      bytes int not null,
      data text not null,
      kept_at bigint not null
    );
    create index sound_age on sound (kept_at);
    alter table queue add column hold_music text references sound (id) deferrable initially deferred
      check (hold_music is null or hold_sound = 'music');
    alter table queue add column hold_announcement_every_ms int
      check (hold_announcement_every_ms between 10000 and 600000);
    alter table queue add column hold_announcement text references sound (id) deferrable initially deferred
      check (hold_announcement is null or hold_announcement_every_ms is not null);
  `,
};
