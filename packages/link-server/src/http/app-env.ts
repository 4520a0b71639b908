import type { AgentRole } from '@carillon/contract';
import type { Context } from 'hono';

/** What the chain in front of a route leaves for it. */
export interface AppEnv {
  Variables: {
    requestId: string;
    /** Set behind `requireAgent`. */
    agentId: string;
    /** Set behind `requireAgent`: what this session may do. */
    role: AgentRole;
    /** Set behind `requireAgent`: the bearer itself, to close its session. */
    bearer: string;
    /** Set behind `requireAgentOrProgram`: the caller is a program with a key, and no agent. */
    program?: boolean;
    /** Set behind `requireCustomer`. */
    customer: { readonly code: string; readonly secret: string };
    /** The parsed and checked body, set behind `validJson`. */
    body?: { readonly schema: unknown; readonly data: unknown };
  };
}

export type AppContext = Context<AppEnv>;
