import {
  Empty,
  messageLimits,
  MessagesQuery,
  RateCallRequest,
  ReceivedMessagesRequest,
  RedeemCallLinkRequest,
  RequestCallbackRequest,
  SendMessageRequest,
} from '@carillon/contract';
import { Hono, type MiddlewareHandler } from 'hono';
import { customerConnected } from '../call/customer-connected.js';
import { customerFarewell } from '../call/customer-farewell.js';
import { customerLeave } from '../call/customer-leave.js';
import { customerPresence } from '../call/customer-presence.js';
import { customerToken } from '../call/customer-token.js';
import { findCustomerCall } from '../call/find-customer-call.js';
import { rateCall } from '../call/rate-call.js';
import { requestCallback } from '../callback/request-callback.js';
import { checkNetwork } from '../call-link/check-network.js';
import { openCallLink } from '../call-link/open-call-link.js';
import { redeemCallLink } from '../call-link/redeem-call-link.js';
import { viewCallLink } from '../call-link/view-call-link.js';
import type { Deps } from '../deps.js';
import { DomainError } from '../domain-error.js';
import type { AppContext, AppEnv } from '../http/app-env.js';
import { codeOf, customerSecretOf, requireCustomer } from '../http/bearer.js';
import type { EventStreams } from '../http/event-streams.js';
import { lastEventId } from '../http/last-event-id.js';
import { limitByCustomer, limitByLink } from '../http/limit-requests.js';
import type { RateLimit } from '../http/rate-limit.js';
import { queryOf } from '../http/query.js';
import { bodyOf, validJson } from '../http/valid.js';
import { customerReceived, listCustomerMessages, sendCustomerMessage } from '../message/customer-messages.js';
import { callStream } from '../transition/publish-changes.js';

/** How often a minute a network may be checked with one link: each check is a room on the media server. */
const checksPerLink = 6;

/** How often a minute calls of one link may be rated: whoever changes their mind needs few. */
const ratingsPerLink = 20;

/** How often a minute one browser may say what it has: once for what comes together, and an agent writes less often. */
const receiptsPerMinute = 120;

/** How often a minute somebody may ask to be called back with one link. */
const callbacksPerLink = 10;

export interface JoinRoutesOptions {
  readonly streams: EventStreams;
  /** Counts codes that lead nowhere, by address: 128 bits cannot be guessed, and nobody shall try (T1). */
  readonly wrongCodes: RateLimit;
  /** How often a minute somebody may try to start a call with one link. */
  readonly perLink: number;
  /** Who a request counts for. */
  readonly addressOf: (c: AppContext) => string;
}

/** Routes under `/v1/join`: what a customer's page asks. Reading never changes anything. */
export const joinRoutes = (deps: Deps, { streams, wrongCodes, perLink, addressOf }: JoinRoutesOptions) => {
  const keyOf = (c: AppContext) => c.get('customer');
  return new Hono<AppEnv>()
    .use('/:code/*', limitGuessing(wrongCodes, addressOf))
    .get('/:code', async (c) => c.json(await viewCallLink(deps, { code: codeOf(c), secret: customerSecretOf(c) })))
    .post('/:code', requireCustomer, limitByLink(perLink, deps.now), validJson(RedeemCallLinkRequest), async (c) =>
      c.json(await redeemCallLink(deps, { ...keyOf(c), ...bodyOf(c, RedeemCallLinkRequest) }), 201),
    )
    .post('/:code/opened', validJson(Empty), async (c) => c.json(await openCallLink(deps, { code: codeOf(c) })))
    .post('/:code/check', limitByLink(checksPerLink, deps.now), validJson(Empty), async (c) =>
      c.json(await checkNetwork(deps, { code: codeOf(c), secret: customerSecretOf(c) }), 201),
    )
    .post('/:code/callback', limitByLink(callbacksPerLink, deps.now), validJson(RequestCallbackRequest), async (c) =>
      c.json(
        await requestCallback(deps, {
          code: codeOf(c),
          secret: customerSecretOf(c),
          ...bodyOf(c, RequestCallbackRequest),
        }),
      ),
    )
    .post('/:code/token', requireCustomer, validJson(Empty), async (c) => c.json(await customerToken(deps, keyOf(c))))
    .post('/:code/connected', requireCustomer, validJson(Empty), async (c) =>
      c.json(await customerConnected(deps, keyOf(c))),
    )
    .post('/:code/presence', requireCustomer, validJson(Empty), async (c) =>
      c.json(await customerPresence(deps, keyOf(c))),
    )
    .post('/:code/leave', requireCustomer, validJson(Empty), async (c) => c.json(await customerLeave(deps, keyOf(c))))
    .post(
      '/:code/rating',
      requireCustomer,
      limitByLink(ratingsPerLink, deps.now),
      validJson(RateCallRequest),
      async (c) => c.json(await rateCall(deps, { ...keyOf(c), ...bodyOf(c, RateCallRequest) })),
    )
    .post(
      '/:code/messages',
      requireCustomer,
      limitByCustomer(messageLimits.perMinute, deps.now),
      validJson(SendMessageRequest),
      async (c) => c.json(await sendCustomerMessage(deps, { ...keyOf(c), ...bodyOf(c, SendMessageRequest) })),
    )
    .get('/:code/messages', requireCustomer, async (c) =>
      c.json(await listCustomerMessages(deps, { ...keyOf(c), ...queryOf(c, MessagesQuery) })),
    )
    .post(
      '/:code/messages/received',
      requireCustomer,
      limitByCustomer(receiptsPerMinute, deps.now),
      validJson(ReceivedMessagesRequest),
      async (c) => c.json(await customerReceived(deps, { ...keyOf(c), ...bodyOf(c, ReceivedMessagesRequest) })),
    )
    .post('/:code/farewell', requireCustomer, validJson(Empty), async (c) =>
      c.json(await customerFarewell(deps, keyOf(c))),
    )
    .get('/:code/events', requireCustomer, async (c) => {
      const key = keyOf(c);
      const { id } = await deps.db.read((q) => findCustomerCall(q, key));
      const mayListen = () => deps.db.read((q) => findCustomerCall(q, key)).then((call) => call.id === id);
      return streams.open(c, { stream: callStream(id), after: lastEventId(c), mayListen });
    });
};

const limitGuessing =
  (limit: RateLimit, addressOf: (c: AppContext) => string): MiddlewareHandler<AppEnv> =>
  async (c, next) => {
    const address = addressOf(c);
    if (!limit.allows(address)) throw new DomainError('rate_limited');
    await next();
    if (c.error instanceof DomainError && c.error.code === 'link_unavailable') limit.count(address);
  };
