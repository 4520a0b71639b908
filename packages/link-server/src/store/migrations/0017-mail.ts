import type { Migration } from './migration.js';

/**
 * E-mail in conversations, beside the columns that messages have for it. `mail_id` is what mails call each other, so that
 * one that is handed to us twice is one. What an agent's page sends twice is one too, whichever conversation it is in.
 * `next_at` is set while a mail waits to be sent.
 */
export const mail: Migration = {
  version: 17,
  name: 'mail',
  sql: `
    alter table message add column subject text;
    alter table message add column mail_id text;
    alter table message add column next_at bigint;
    alter table message add column failure text;
    create unique index message_mail_id on message (mail_id);
    create unique index message_mail_once on message (agent_id, client_id) where channel = 'email';
    create index message_to_send on message (next_at) where next_at is not null;
  `,
};
