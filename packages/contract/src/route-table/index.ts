import { backgroundRoutes, callRoutes, sessionRoutes } from './agent-routes.js';
import { companyRoutes, conversationRoutes, linkRoutes } from './company-routes.js';
import { customerRoutes } from './customer-routes.js';
import type { Route } from './route.js';
import { serverRoutes } from './server-routes.js';
import { webhookRoutes } from './webhook-routes.js';

/** The rows as their types are: each with its own method, path and schemas. */
export type RouteRow =
  | (typeof customerRoutes)[number]
  | (typeof sessionRoutes)[number]
  | (typeof backgroundRoutes)[number]
  | (typeof callRoutes)[number]
  | (typeof linkRoutes)[number]
  | (typeof conversationRoutes)[number]
  | (typeof companyRoutes)[number]
  | (typeof webhookRoutes)[number]
  | (typeof serverRoutes)[number];

/**
 * Every route of the server. Its tests hold it to the routes that are really there, ask each one as everybody, and send
 * it what its schemas allow; the OpenAPI document is made of it.
 */
export const routeTable: readonly Route[] = Object.freeze([
  ...customerRoutes,
  ...sessionRoutes,
  ...backgroundRoutes,
  ...callRoutes,
  ...linkRoutes,
  ...conversationRoutes,
  ...companyRoutes,
  ...webhookRoutes,
  ...serverRoutes,
]);
