import type { Migration } from './migration.js';

/**
 * What an agent has chosen to stand behind them, and pictures of their own (BGD-3): theirs in whichever browser they work, and
 * nobody else's. `image_id` names one of them or what a page calls a picture of its own, so it refers to no table. `data` is
 * base64, as with the company's pictures.
 */
export const agentBackgrounds: Migration = {
  version: 25,
  name: 'agent-backgrounds',
  sql: `
    create table agent_background (
      agent_id text primary key references agent (id),
      background text not null check (background in ('none', 'blur', 'image')),
      strength int not null check (strength between 1 and 3),
      face_trace int not null check (face_trace in (0, 1)),
      image_id text check ((image_id is not null) = (background = 'image'))
    );
    create table background_image (
      id text primary key,
      agent_id text not null references agent (id),
      name text not null,
      width int not null,
      height int not null,
      bytes int not null,
      data text not null,
      added_at bigint not null
    );
    create index background_image_agent on background_image (agent_id, added_at);
  `,
};
