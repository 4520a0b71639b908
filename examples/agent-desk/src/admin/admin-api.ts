import { ApiClient, ApiError, type ApiCall } from '@carillon/call';
import {
  AgentAccount,
  AgentAccountList,
  AgentSessionGrant,
  ClosedSessions,
  CompanySettings,
  Done,
  LinkConfiguration,
  LinkConfigurationList,
  OpenSessionList,
  Person,
  PersonList,
  Picture,
  Queue,
  QueueList,
  Sound,
  type AgentRole,
  type ChangeAgentRequest,
  type ChangeCompanySettingsRequest,
  type ChangeLinkConfigurationRequest,
  type ChangePersonRequest,
  type ChangeQueueRequest,
  type CommandName,
  type CreateAgentRequest,
  type CreateLinkConfigurationRequest,
  type CreatePersonRequest,
  type CreateQueueRequest,
  type PictureUse,
  routePath,
  type RouteAnswer,
} from '@carillon/contract';

/** What an administrator's page asks of the link-server. It has a session of its own beside the desk's. */
export class AdminApi {
  readonly #api: ApiClient;
  readonly #bearer: string;
  readonly role: AgentRole;

  private constructor(api: ApiClient, { bearer, role }: AgentSessionGrant) {
    this.#api = api;
    this.#bearer = bearer;
    this.role = role;
  }

  /** Signs in with a token of the host app. @throws {ApiError} */
  static async open(server: string, token: string): Promise<AdminApi> {
    const api = new ApiClient({ server });
    return new AdminApi(api, await api.send('POST /v1/agent/session', { body: { token }, answer: AgentSessionGrant }));
  }

  /** Logs out. Never fails: the page goes, whatever the server says. */
  async close(): Promise<void> {
    await this.#send('DELETE /v1/agent/session', { answer: Done }).catch(() => undefined);
  }

  sessionsOf = async (id: string) =>
    (
      await this.#send('GET /v1/agents/:id/sessions', {
        params: { id },
        query: { limit: '100' },
        answer: OpenSessionList,
      })
    ).sessions;
  signOutAgent = (id: string) =>
    this.#send('DELETE /v1/agents/:id/sessions', { params: { id }, answer: ClosedSessions });

  people = (search: string, cursor: string | null) =>
    this.#send('GET /v1/people', {
      query: { limit: '50', ...(search ? { search } : {}), ...(cursor ? { cursor } : {}) },
      answer: PersonList,
    });
  createPerson = (body: CreatePersonRequest) => this.#send('POST /v1/people', { body, answer: Person });
  changePerson = (id: string, body: ChangePersonRequest) =>
    this.#send('PATCH /v1/people/:id', { params: { id }, body, answer: Person });
  forgetPerson = (id: string) => this.#send('DELETE /v1/people/:id', { params: { id }, answer: Done });

  settings = () => this.#send('GET /v1/settings', { answer: CompanySettings });
  changeSettings = (body: ChangeCompanySettingsRequest) =>
    this.#send('PATCH /v1/settings', { body, answer: CompanySettings });

  queues = () =>
    allPages(async (query) => {
      const { queues, next } = await this.#send('GET /v1/queues', { query, answer: QueueList });
      return { rows: queues, next };
    });
  createQueue = (body: CreateQueueRequest) => this.#send('POST /v1/queues', { body, answer: Queue });
  changeQueue = (id: string, body: ChangeQueueRequest) =>
    this.#send('PATCH /v1/queues/:id', { params: { id }, body, answer: Queue });
  archiveQueue = (id: string) => this.#send('DELETE /v1/queues/:id', { params: { id }, answer: Done });

  configurations = () =>
    allPages(async (query) => {
      const { configurations, next } = await this.#send('GET /v1/link-configurations', {
        query,
        answer: LinkConfigurationList,
      });
      return { rows: configurations, next };
    });
  createConfiguration = (body: CreateLinkConfigurationRequest) =>
    this.#send('POST /v1/link-configurations', { body, answer: LinkConfiguration });
  changeConfiguration = (key: string, body: ChangeLinkConfigurationRequest) =>
    this.#send('PATCH /v1/link-configurations/:key', { params: { key }, body, answer: LinkConfiguration });
  archiveConfiguration = (key: string) =>
    this.#send('DELETE /v1/link-configurations/:key', { params: { key }, answer: Done });

  uploadPicture = (file: Blob, use: PictureUse) =>
    this.#send('POST /v1/pictures', { query: { use }, body: file, answer: Picture });
  pictureUrl = (id: string) => this.#api.server + routePath('GET /v1/pictures/:id', { params: { id } });

  uploadSound = (file: Blob) => this.#send('POST /v1/sounds', { body: file, answer: Sound });
  soundUrl = (id: string) => this.#api.server + routePath('GET /v1/sounds/:id', { params: { id } });

  agents = () =>
    allPages(async (query) => {
      const { agents, next } = await this.#send('GET /v1/agents', { query, answer: AgentAccountList });
      return { rows: agents, next };
    });
  createAgent = (body: CreateAgentRequest) => this.#send('POST /v1/agents', { body, answer: AgentAccount });
  changeAgent = (id: string, body: ChangeAgentRequest) =>
    this.#send('PATCH /v1/agents/:id', { params: { id }, body, answer: AgentAccount });
  archiveAgent = (id: string) => this.#send('DELETE /v1/agents/:id', { params: { id }, answer: Done });

  #send<Name extends CommandName>(name: Name, call: ApiCall<Name>): Promise<RouteAnswer<Name>> {
    return this.#api.send(name, call, { bearer: this.#bearer });
  }
}

/** What went wrong, in words for the person who asked. */
export const sayError = (error: unknown): string =>
  error instanceof ApiError ? `${error.title}. ${error.message}` : 'The server did not answer. Try again.';

type Page = { readonly limit: string; readonly cursor?: string };

/** A whole list, page after page. */
async function allPages<Row>(
  read: (page: Page) => Promise<{ readonly rows: readonly Row[]; readonly next: string | null }>,
): Promise<Row[]> {
  const all: Row[] = [];
  for (let page: Page = { limit: '100' }; ;) {
    const { rows, next } = await read(page);
    all.push(...rows);
    if (next === null) return all;
    page = { limit: '100', cursor: next };
  }
}
