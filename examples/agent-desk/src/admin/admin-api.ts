import {
  AgentAccount,
  AgentAccountList,
  AgentSessionGrant,
  Queue,
  QueueList,
  routes,
  type AgentRole,
  type ChangeAgentRequest,
  type ChangeQueueRequest,
  type CreateAgentRequest,
  type CreateQueueRequest,
  type Problem,
} from '@carillon/contract';

interface Schema<T> {
  parse(value: unknown): T;
}

/** A refusal of the server: its code, and its sentence for the person who asked. */
export class AdminError extends Error {
  readonly code: string;

  constructor({ code, title, detail }: Partial<Problem>) {
    super(title ? `${title}. ${detail ?? ''}` : 'The server did not answer. Try again.');
    this.code = code ?? 'offline';
  }
}

/** What an administrator's page asks of the link-server. It has a session of its own beside the desk's. */
export class AdminApi {
  readonly #server: string;
  readonly #bearer: string;
  readonly role: AgentRole;

  private constructor(server: string, { bearer, role }: AgentSessionGrant) {
    this.#server = server;
    this.#bearer = bearer;
    this.role = role;
  }

  /** Signs in with a token of the host app. @throws {AdminError} */
  static async open(server: string, token: string): Promise<AdminApi> {
    const body = { token };
    return new AdminApi(server, await ask(server, routes.agentSession, { body }, AgentSessionGrant));
  }

  queues = async () => (await this.#ask(routes.queues, {}, QueueList)).queues;
  createQueue = (body: CreateQueueRequest) => this.#ask(routes.queues, { body }, Queue);
  changeQueue = (id: string, body: ChangeQueueRequest) => this.#ask(routes.queue(id), { method: 'PATCH', body }, Queue);
  archiveQueue = (id: string) => this.#ask(routes.queue(id), { method: 'DELETE' });

  agents = async () => (await this.#ask(routes.agents, {}, AgentAccountList)).agents;
  createAgent = (body: CreateAgentRequest) => this.#ask(routes.agents, { body }, AgentAccount);
  changeAgent = (id: string, body: ChangeAgentRequest) =>
    this.#ask(routes.agent(id), { method: 'PATCH', body }, AgentAccount);
  archiveAgent = (id: string) => this.#ask(routes.agent(id), { method: 'DELETE' });

  #ask<T>(path: string, request: Request, answer: Schema<T> = { parse: (value) => value as T }): Promise<T> {
    return ask(this.#server, path, { ...request, bearer: this.#bearer }, answer);
  }
}

interface Request {
  readonly method?: string;
  readonly body?: unknown;
  readonly bearer?: string;
}

async function ask<T>(server: string, path: string, { method, body, bearer }: Request, answer: Schema<T>): Promise<T> {
  const response = await fetch(server + path, {
    method: method ?? (body === undefined ? 'GET' : 'POST'),
    headers: {
      ...(bearer === undefined ? {} : { authorization: `Bearer ${bearer}` }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  }).catch(() => null);
  const said: unknown = await response?.json().catch(() => ({}));
  if (!response?.ok) throw new AdminError(said ?? {});
  return answer.parse(said);
}
