import type { Migration } from './migration.js';

/**
 * Messages of conversations. The unique indexes keep numbers and retries honest, whoever races: a number is given once in
 * a conversation, and what a browser sends twice is one message. Names are read where they belong, at calls and agents,
 * so that forgetting somebody there is enough. For e-mail: where it goes, what became of it, and the token by which an
 * answer finds its conversation.
 */
export const messages: Migration = {
  version: 15,
  name: 'messages',
  sql: `
    create table message (
      id text primary key,
      conversation_id text not null references conversation (id),
      call_id text references call (id),
      seq bigint not null,
      channel text not null check (channel in ('call_chat', 'email')),
      sender text not null check (sender in ('customer', 'agent')),
      agent_id text references agent (id),
      client_id text not null,
      text text not null,
      address text,
      created_at bigint not null,
      delivered_at bigint,
      failed_at bigint,
      attempts int not null default 0,
      unique (conversation_id, seq),
      unique (conversation_id, sender, client_id),
      check (channel = 'email' or call_id is not null),
      check ((sender = 'agent') = (agent_id is not null))
    );
    create index message_of_call on message (call_id, seq);
    alter table conversation add column mail_token text;
    create unique index conversation_mail_token on conversation (mail_token);
  `,
};
