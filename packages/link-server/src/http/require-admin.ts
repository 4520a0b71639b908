import type { MiddlewareHandler } from 'hono';
import type { Deps } from '../deps.js';
import type { AppEnv } from './app-env.js';
import { requireAgent } from './bearer.js';

/** Lets administrators in. Until agents have roles, each of them is one. @throws as `requireAgent` */
export const requireAdmin = (deps: Deps): MiddlewareHandler<AppEnv> => requireAgent(deps);
