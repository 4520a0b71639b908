import { Empty, InboundMail } from '@carillon/contract';
import { Hono } from 'hono';
import type { Deps } from '../deps.js';
import { DomainError } from '../domain-error.js';
import type { AppEnv } from '../http/app-env.js';
import { requireAgent } from '../http/bearer.js';
import { parseJson, readText } from '../http/read-json.js';
import { checked, idOf, validJson } from '../http/valid.js';
import { retryMail } from '../mail/retry-mail.js';
import { takeMail } from '../mail/take-mail.js';
import { isSigned } from '../webhook/verify-signature.js';

/** Routes under `/v1/mails`. */
export const mailRoutes = (deps: Deps) =>
  new Hono<AppEnv>().post('/:id/retry', requireAgent(deps), validJson(Empty), async (c) =>
    c.json(await retryMail(deps, { agentId: c.get('agentId'), messageId: idOf(c) })),
  );

/**
 * `POST /v1/inbound-mail`: customers' answers, from whatever receives mail for the company. Signed as our own webhooks
 * are, or refused; without a secret nobody can have signed.
 */
export const inboundMailRoutes = (deps: Deps, secret: string | null) =>
  new Hono<AppEnv>().post('/', async (c) => {
    const body = await readText(c);
    const [id, timestamp, signature] = ['id', 'timestamp', 'signature'].map((name) => c.req.header(`webhook-${name}`));
    if (secret === null || !isSigned({ id, timestamp, signature, body }, secret, deps.now()))
      throw new DomainError('unauthenticated');
    return c.json(await takeMail(deps, checked(InboundMail, parseJson(body))));
  });
