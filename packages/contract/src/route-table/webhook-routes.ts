import { Done, Empty } from '../common.js';
import { PageQuery } from '../page.js';
import {
  CreatedWebhookEndpoint,
  CreateWebhookEndpointRequest,
  Redelivered,
  RedeliverRequest,
  WebhookDeliveriesQuery,
  WebhookDeliveryList,
  WebhookEndpointList,
} from '../webhook.js';
import { admins, route } from './route.js';

const path = '/v1/webhook-endpoints';
const record = { is: 'webhook-endpoint', of: 'company' } as const;

/** Where events are sent, and what became of them. */
export const webhookRoutes = Object.freeze([
  route({
    method: 'GET',
    path,
    summary: 'Lists where events are sent, and how that goes.',
    callers: admins,
    query: PageQuery,
    answer: WebhookEndpointList,
  }),
  route({
    method: 'POST',
    path,
    summary: 'Adds an endpoint. Its secret is in this answer and nowhere else.',
    callers: admins,
    body: CreateWebhookEndpointRequest,
    answer: CreatedWebhookEndpoint,
    status: 201,
  }),
  route({
    method: 'DELETE',
    path: `${path}/:id`,
    summary: 'Removes an endpoint and what waits for it.',
    callers: admins,
    record,
    answer: Done,
  }),
  route({
    method: 'POST',
    path: `${path}/:id/secret`,
    summary: 'Gives an endpoint another secret; for a day both sign.',
    callers: admins,
    record,
    body: Empty,
    answer: CreatedWebhookEndpoint,
  }),
  route({
    method: 'GET',
    path: `${path}/:id/deliveries`,
    summary: 'Lists the newest deliveries, or those that were given up.',
    callers: admins,
    record,
    query: WebhookDeliveriesQuery,
    answer: WebhookDeliveryList,
  }),
  route({
    method: 'POST',
    path: `${path}/:id/redeliver`,
    summary: 'Sends again what was given up, or one message.',
    callers: admins,
    record,
    body: RedeliverRequest,
    answer: Redelivered,
  }),
]);
