import type { Route, RouteRecord } from '@carillon/contract';
import { createApiKey } from '../../identity/api-keys.js';
import { addBackgroundImage } from '../../background/add-background-image.js';
import { keepPicture } from '../../picture/keep-picture.js';
import { hashSecret } from '../../transition/hash-secret.js';
import { createEndpoint } from '../../webhook/create-endpoint.js';
import { keepSound } from '../../sound/keep-sound.js';
import { pngOf } from '../pictures.js';
import { wavOf } from '../sounds.js';
import type { HttpBench } from '../http-bench.js';
import { ensureQueue } from '../../queue/ensure-queue.js';

/** Whose a record is: of whoever asks, of somebody else, or of nobody as there is none. */
export type Owner = 'own' | 'foreign' | 'missing';

/** The columns of each kind of record, at rest: nothing of it rings or runs, so that asking changes as little as can be. */
export interface Hand {
  readonly agentId: string;
  readonly queueId: string;
}

/** Puts a record into somebody's hands and returns what a path calls it: its id, or its key. */
export async function recordOf({ deps }: HttpBench, is: RouteRecord, { agentId, queueId }: Hand): Promise<string> {
  const at = deps.now();
  const id = (kind: string) => deps.ids.id(kind);
  if (is === 'queue')
    return ensureQueue(deps, { key: `q${deps.ids.code().toLowerCase().replace(/\W|_/g, 'x')}`, name: 'Spare' });
  if (is === 'api-key') return (await createApiKey(deps, { agentId, name: 'Spare' })).key.id;
  if (is === 'webhook-endpoint')
    return (await createEndpoint(deps, 'public', { url: 'https://hooks.example/' })).endpoint.id;
  if (is === 'picture') return (await keepPicture(deps, { file: pngOf(8, 8), use: 'logo' })).id;
  if (is === 'background-image')
    return (await addBackgroundImage(deps, { agentId, file: pngOf(8, 8), name: 'Spare' })).id;
  if (is === 'sound') return (await keepSound(deps, wavOf())).id;
  return deps.db.tx(async (q) => {
    if (is === 'person') {
      const person = id('per');
      await q.run("insert into person (id, name, folded) values ($1, 'Spare', 'spare')", person);
      return person;
    }
    if (is === 'session') {
      const session = id('ses');
      await q.run(
        'insert into agent_session (token_hash, agent_id, expires_at, id, opened_at) values ($1, $2, $3, $1, $4)',
        session,
        agentId,
        at + 60_000,
        at,
      );
      return session;
    }
    if (is === 'agent') {
      const spare = id('agt');
      await q.run(
        "insert into agent (id, ext_id, name, status, idle_since) values ($1, $1, 'Spare', 'offline', $2)",
        spare,
        at,
      );
      return spare;
    }
    if (is === 'configuration') {
      const key = `c${deps.ids.code().toLowerCase().replace(/\W|_/g, 'x')}`;
      await q.run(
        `insert into link_configuration (id, key, kind, queue_id, life_ms, brand_name, brand_color, brand_welcome)
         select $1, $2, 'expiry', queue_id, life_ms, 'Spare', '#0f62c4', 'Hi' from link_configuration where key = 'reusable'`,
        id('cfg'),
        key,
      );
      return key;
    }
    if (is === 'link') {
      const link = id('lnk');
      await q.run(
        `insert into call_link (id, configuration_id, code_hash, kind, display_name, created_by, created_at, expires_at)
         select $1, id, $2, 'expiry', 'Jo', $3, $4, $5 from link_configuration where key = 'reusable'`,
        link,
        hashSecret(deps.ids.code()),
        agentId,
        at,
        at + 60_000,
      );
      return link;
    }
    const conversation = id('con');
    await q.run(
      `insert into conversation (id, title, status, queue_id, opened_at, updated_at) values ($1, 'Jo', 'open', $2, $3, $3)`,
      conversation,
      queueId,
      at,
    );
    if (is === 'conversation') return conversation;
    if (is === 'mail') {
      const message = id('msg');
      await q.run(
        `insert into message (id, conversation_id, seq, channel, sender, agent_id, client_id, text, address, subject, created_at)
         values ($1, $2, 1, 'email', 'agent', $3, $1, 'Hi', 'jo@example.com', 'Hi', $4)`,
        message,
        conversation,
        agentId,
        at,
      );
      return message;
    }
    const call = id('cal');
    await q.run(
      `insert into call (id, conversation_id, queue_id, state, medium, origin, room, customer_identity, customer_hash,
         customer_until, agent_id, queued_at, ended_at, end_reason)
       values ($1, $2, $3, 'ended', 'audio', 'link', $1, 'par', $1, 0, $4, $5, $5, 'agent_hangup')`,
      call,
      conversation,
      queueId,
      agentId,
      at,
    );
    if (is === 'call') return call;
    const [kind, insert] =
      is === 'offer'
        ? [
            'off',
            `insert into offer (id, call_id, agent_id, identity, state, created_at, expires_at, ended_at)
             values ($1, $2, $3, $1, 'missed', $4, $4, $4)`,
          ]
        : [
            'wrp',
            `insert into wrapup (id, call_id, agent_id, conversation_id, opened_at, ends_at, closed_at, closed_by)
             select $1, id, $3, conversation_id, $4, $4, $4, 'agent' from call where id = $2`,
          ];
    const record = id(kind);
    await q.run(insert, record, call, agentId, at);
    return record;
  });
}

/** The path of a row with what varies filled in. */
export const pathOf = ({ path }: Route, values: Readonly<Record<string, string>>): string =>
  path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(values[name] ?? ''));
