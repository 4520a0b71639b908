import type { Migration } from './migration.js';

/**
 * Names sessions by an id of their own, so that they can be listed and closed without a word of their secret, and keeps
 * when each was opened and by what. Those from before are closed: their pages sign in anew by themselves.
 */
export const sessions: Migration = {
  version: 7,
  name: 'sessions',
  sql: `
    delete from agent_session;
    alter table agent_session add column id text;
    alter table agent_session add column device text not null default '';
    alter table agent_session add column opened_at bigint not null default 0;
    create unique index agent_session_id on agent_session (id);
    create index agent_session_of on agent_session (agent_id, opened_at, id);
  `,
};
