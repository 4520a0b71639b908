import type * as z from 'zod/mini';
import { AgentAccount, AgentAccountList, ChangeAgentRequest, CreateAgentRequest } from '../admin-agent.js';
import { OpenSessionList, ClosedSessions } from '../open-session.js';
import { ApiKey, ApiKeyList, CreateApiKeyRequest, CreatedApiKey } from '../api-key.js';
import { CreateCallLinkRequest, CreatedCallLink } from '../call-link.js';
import { CallLink, CallLinkDetail, CallLinkList, ListCallLinksQuery } from '../call-link-list.js';
import {
  ChangeLinkConfigurationRequest,
  CreateLinkConfigurationRequest,
  LinkChoiceList,
  LinkConfiguration,
  LinkConfigurationList,
} from '../call-link-configuration.js';
import { CallbackList } from '../callback.js';
import { Done, Empty } from '../common.js';
import { ChangeCompanySettingsRequest, CompanySettings } from '../company-settings.js';
import { Message, MessagePage } from '../conversation-message.js';
import { ConversationDetail, ConversationList, TimelineEntry } from '../conversation.js';
import { SendMailRequest, WrittenMail } from '../mail.js';
import { MessagesQuery, ReceivedMessagesRequest, SendMessageRequest } from '../message-requests.js';
import { PageQuery } from '../page.js';
import { ChangePersonRequest, CreatePersonRequest, ListPeopleQuery, Person, PersonList } from '../person.js';
import { Picture, UploadPictureQuery } from '../picture.js';
import type { ProblemCode } from '../problem.js';
import { ChangeQueueRequest, CreateQueueRequest, Queue, QueueList } from '../queue.js';
import { Sound } from '../sound.js';
import { WriteNoteRequest } from '../write-note.js';
import { admins, agents, everybody, route, type RouteRecord } from './route.js';

/** Call links as agents make, find and revoke them. */
export const linkRoutes = Object.freeze([
  route({
    method: 'POST',
    path: '/v1/links',
    summary: 'Makes a call link. Its address is in this answer and nowhere else.',
    callers: [...agents, 'program'],
    body: CreateCallLinkRequest,
    answer: CreatedCallLink,
    status: 201,
    problems: [
      'configuration_not_found',
      'conversation_not_found',
      'conversation_closed',
      'local_time_gap',
      'local_time_ambiguous',
      'idempotency_mismatch',
    ],
  }),
  route({
    method: 'GET',
    path: '/v1/links',
    summary: 'Lists links, newest first, page by page.',
    callers: agents,
    query: ListCallLinksQuery,
    answer: CallLinkList,
  }),
  route({
    method: 'GET',
    path: '/v1/links/choices',
    summary: 'Lists the configurations that a link can be made with.',
    callers: agents,
    answer: LinkChoiceList,
  }),
  route({
    method: 'GET',
    path: '/v1/links/:id',
    summary: 'Shows a link and what became of it.',
    callers: agents,
    record: { is: 'link', of: 'agent' },
    answer: CallLinkDetail,
  }),
  route({
    method: 'POST',
    path: '/v1/links/:id/revoke',
    summary: 'Takes a link back and ends what runs under it.',
    callers: agents,
    record: { is: 'link', of: 'agent' },
    body: Empty,
    answer: CallLink,
  }),
]);

/** People and what was said with them. */
export const conversationRoutes = Object.freeze([
  route({
    method: 'GET',
    path: '/v1/callbacks',
    summary: 'Lists who of the agent’s queues wants to be called back, or wants another link.',
    callers: agents,
    query: PageQuery,
    answer: CallbackList,
  }),
  route({
    method: 'GET',
    path: '/v1/conversations',
    summary: 'Lists the conversations of the agent’s queues.',
    callers: agents,
    query: PageQuery,
    answer: ConversationList,
  }),
  route({
    method: 'GET',
    path: '/v1/conversations/:id',
    summary: 'Shows a conversation with its person and what happened in it.',
    callers: agents,
    record: { is: 'conversation', of: 'queue-member' },
    answer: ConversationDetail,
    problems: ['conversation_not_found'],
  }),
  route({
    method: 'POST',
    path: '/v1/conversations/:id/messages',
    summary: 'Writes to the customer with whom the agent is on a call. The same clientId again is the same message.',
    callers: agents,
    record: { is: 'conversation', of: 'queue-member' },
    body: SendMessageRequest,
    answer: Message,
    problems: ['conversation_not_found', 'customer_not_reachable', 'messages_not_allowed', 'idempotency_mismatch'],
  }),
  route({
    method: 'GET',
    path: '/v1/conversations/:id/messages',
    summary: 'Lists the messages of a conversation, those after or before a number, or the newest.',
    callers: agents,
    record: { is: 'conversation', of: 'queue-member' },
    query: MessagesQuery,
    answer: MessagePage,
    problems: ['conversation_not_found'],
  }),
  route({
    method: 'POST',
    path: '/v1/conversations/:id/messages/received',
    summary: 'Says that the agent’s browser has the customer’s messages up to a number.',
    callers: agents,
    record: { is: 'conversation', of: 'queue-member' },
    body: ReceivedMessagesRequest,
    answer: Done,
    problems: ['conversation_not_found'],
  }),
  route({
    method: 'POST',
    path: '/v1/conversations/:id/mails',
    summary: 'Writes an e-mail to the customer. The same clientId again is the same mail.',
    callers: agents,
    record: { is: 'conversation', of: 'queue-member' },
    body: SendMailRequest,
    answer: WrittenMail,
    problems: ['conversation_not_found', 'conversation_closed', 'mail_unavailable', 'idempotency_mismatch'],
  }),
  route({
    method: 'POST',
    path: '/v1/conversations/:id/notes',
    summary: 'Notes something in the conversation’s timeline. The same clientId again is the same note.',
    callers: agents,
    record: { is: 'conversation', of: 'queue-member' },
    body: WriteNoteRequest,
    answer: TimelineEntry,
    problems: ['conversation_not_found', 'idempotency_mismatch'],
  }),
  route({
    method: 'POST',
    path: '/v1/mails/:id/retry',
    summary: 'Sends an e-mail again that has failed. One that has not is left alone.',
    callers: agents,
    record: { is: 'mail', of: 'queue-member' },
    body: Empty,
    answer: Message,
    problems: ['mail_unavailable'],
  }),
  route({
    method: 'GET',
    path: '/v1/people',
    summary: 'Lists the people whom the company knows, or those whom a search finds.',
    callers: agents,
    query: ListPeopleQuery,
    answer: PersonList,
  }),
  route({
    method: 'POST',
    path: '/v1/people',
    summary: 'Adds a person. A number or address that somebody else has is refused.',
    callers: agents,
    body: CreatePersonRequest,
    answer: Person,
    status: 201,
    problems: ['address_taken', 'idempotency_mismatch'],
  }),
  route({
    method: 'GET',
    path: '/v1/people/:id',
    summary: 'Shows a person.',
    callers: agents,
    record: { is: 'person', of: 'company' },
    answer: Person,
  }),
  route({
    method: 'PATCH',
    path: '/v1/people/:id',
    summary: 'Changes a person.',
    callers: agents,
    record: { is: 'person', of: 'company' },
    body: ChangePersonRequest,
    answer: Person,
    problems: ['address_taken', 'changed_meanwhile'],
  }),
  route({
    method: 'DELETE',
    path: '/v1/people/:id',
    summary: 'Forgets a person: who they are, what was said and noted. That there were calls stays.',
    callers: admins,
    record: { is: 'person', of: 'company' },
    answer: Done,
    problems: ['person_on_call'],
  }),
]);

interface Kept {
  readonly path: string;
  /** What of the path names one. */
  readonly by: 'id' | 'key';
  readonly is: RouteRecord;
  readonly name: string;
  readonly list: z.ZodMiniType;
  readonly one: z.ZodMiniType;
  readonly create: z.ZodMiniType;
  readonly change: z.ZodMiniType;
}

const archiveProblems: Readonly<Partial<Record<RouteRecord, readonly ProblemCode[]>>> = {
  agent: ['agent_busy', 'last_admin'],
  queue: ['queue_in_use'],
  configuration: ['configuration_built_in'],
};

/** A kind of record that an administrator lists, adds to, changes and archives. */
const kept = <const K extends Kept>({ path, by, is, name, list, one, create, change }: K & Kept) => {
  const [callers, record] = [admins, { is, of: 'company' } as const];
  const all: K['path'] = path;
  const byId = `${path}/:${by}` as `${K['path']}/:${K['by']}`;
  const [listed, added, changed, answer]: [K['list'], K['create'], K['change'], K['one']] = [list, create, change, one];
  return [
    route({ method: 'GET', path: all, summary: `Lists every ${name}.`, callers, query: PageQuery, answer: listed }),
    route({
      method: 'POST',
      path: all,
      summary: `Adds one ${name}.`,
      callers,
      body: added,
      answer,
      status: 201,
      problems: ['key_taken', 'idempotency_mismatch'],
    }),
    route({
      method: 'PATCH',
      path: byId,
      summary: `Changes one ${name}.`,
      callers,
      record,
      body: changed,
      answer,
      problems: ['changed_meanwhile', ...(is === 'agent' ? (['last_admin'] as const) : [])],
    }),
    route({
      method: 'DELETE',
      path: byId,
      summary: `Archives one ${name}.`,
      callers,
      record,
      answer: Done,
      problems: archiveProblems[is] ?? [],
    }),
  ] as const;
};

/** What an administrator sets up. */
export const companyRoutes = Object.freeze([
  route({
    method: 'GET',
    path: '/v1/settings',
    summary: 'Shows what holds for the whole company.',
    callers: admins,
    answer: CompanySettings,
  }),
  route({
    method: 'PATCH',
    path: '/v1/settings',
    summary: 'Changes what holds for the whole company.',
    callers: admins,
    body: ChangeCompanySettingsRequest,
    answer: CompanySettings,
    problems: ['changed_meanwhile'],
  }),
  ...kept({
    path: '/v1/queues',
    by: 'id',
    is: 'queue',
    name: 'queue',
    list: QueueList,
    one: Queue,
    create: CreateQueueRequest,
    change: ChangeQueueRequest,
  }),
  ...kept({
    path: '/v1/agents',
    by: 'id',
    is: 'agent',
    name: 'agent',
    list: AgentAccountList,
    one: AgentAccount,
    create: CreateAgentRequest,
    change: ChangeAgentRequest,
  }),
  route({
    method: 'GET',
    path: '/v1/agents/:id/sessions',
    summary: 'Lists where an agent is signed in.',
    callers: admins,
    record: { is: 'agent', of: 'company' },
    query: PageQuery,
    answer: OpenSessionList,
  }),
  route({
    method: 'DELETE',
    path: '/v1/agents/:id/sessions',
    summary: 'Ends all sessions of an agent, so that they have to sign in anew.',
    callers: admins,
    record: { is: 'agent', of: 'company' },
    answer: ClosedSessions,
  }),
  ...kept({
    path: '/v1/link-configurations',
    by: 'key',
    is: 'configuration',
    name: 'link configuration',
    list: LinkConfigurationList,
    one: LinkConfiguration,
    create: CreateLinkConfigurationRequest,
    change: ChangeLinkConfigurationRequest,
  }),
  route({
    method: 'GET',
    path: '/v1/link-configurations/:key',
    summary: 'Shows one link configuration.',
    callers: admins,
    record: { is: 'configuration', of: 'company' },
    answer: LinkConfiguration,
  }),
  route({
    method: 'POST',
    path: '/v1/pictures',
    summary: 'Keeps a logo or a background for link configurations: PNG, JPEG or WebP, as the body itself.',
    callers: admins,
    query: UploadPictureQuery,
    body: 'picture',
    answer: Picture,
    status: 201,
    problems: ['picture_damaged', 'picture_dimensions', 'too_many_pictures'],
  }),
  route({
    method: 'GET',
    path: '/v1/pictures/:id',
    summary: 'Gives a picture. Under one id there is never another one.',
    callers: everybody,
    record: { is: 'picture', of: 'company' },
    answer: 'picture',
  }),
  route({
    method: 'POST',
    path: '/v1/sounds',
    summary: 'Keeps what customers of a queue hear on hold: WAV, MP3, Ogg or M4A, as the body itself.',
    callers: admins,
    body: 'sound',
    answer: Sound,
    status: 201,
    problems: ['sound_damaged', 'too_many_sounds'],
  }),
  route({
    method: 'GET',
    path: '/v1/sounds/:id',
    summary: 'Gives a sound, or a range of its bytes. Under one id there is never another one.',
    callers: everybody,
    record: { is: 'sound', of: 'company' },
    answer: 'sound',
  }),
  route({
    method: 'GET',
    path: '/v1/api-keys',
    summary: 'Lists the keys of programs, without their secrets.',
    callers: admins,
    query: PageQuery,
    answer: ApiKeyList,
  }),
  route({
    method: 'POST',
    path: '/v1/api-keys',
    summary: 'Makes a key for a program. Its secret is in this answer and nowhere else.',
    callers: admins,
    body: CreateApiKeyRequest,
    answer: CreatedApiKey,
    status: 201,
    problems: ['idempotency_mismatch'],
  }),
  route({
    method: 'DELETE',
    path: '/v1/api-keys/:id',
    summary: 'Revokes a key.',
    callers: admins,
    record: { is: 'api-key', of: 'company' },
    answer: ApiKey,
  }),
]);
