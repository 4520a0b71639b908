import * as z from 'zod/mini';
import { DemoToken } from '../agent.js';
import { Done, Empty } from '../common.js';
import { InboundMail, InboundMailTaken } from '../inbound-mail.js';
import { everybody, route } from './route.js';

const Status = z.object({ status: z.string() });

/** What the machines around the server ask. */
export const serverRoutes = Object.freeze([
  route({ method: 'GET', path: '/healthz', summary: 'Says that it runs.', callers: everybody, answer: Status }),
  route({
    method: 'GET',
    path: '/readyz',
    summary: 'Says that it can take calls.',
    callers: everybody,
    answer: Status,
  }),
  route({
    method: 'GET',
    path: '/openapi.json',
    summary: 'Describes these routes for machines.',
    callers: everybody,
    answer: z.looseObject({ openapi: z.string() }),
  }),
  route({
    method: 'GET',
    path: '/v1/media-status',
    summary: 'Says how far the media server is built.',
    callers: everybody,
    answer: z.object({ state: z.enum(['ready', 'building']), step: z.optional(z.int()), of: z.optional(z.int()) }),
  }),
  route({
    method: 'POST',
    path: '/v1/livekit-webhook',
    summary: 'Takes the media server’s signed reports.',
    callers: ['livekit'],
    answer: Done,
  }),
  route({
    method: 'POST',
    path: '/v1/inbound-mail',
    summary: 'Takes a customer’s answer by e-mail, signed like a webhook. The same messageId again is the same mail.',
    callers: ['mailbox'],
    body: InboundMail,
    answer: InboundMailTaken,
    problems: ['mail_thread_unknown'],
  }),
  route({
    method: 'POST',
    path: '/v1/demo/agents/:key/token',
    summary: 'Plays the host app and vouches for a demo agent. On a demo server only.',
    callers: ['demo'],
    body: Empty,
    answer: DemoToken,
    problems: ['not_found'],
  }),
]);
