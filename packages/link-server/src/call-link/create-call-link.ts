import type { CreateCallLinkRequest, CreatedCallLink } from '@carillon/contract';
import { readAgent } from '../agent/read-agent.js';
import { logEvent } from '../conversation/log-event.js';
import { readConversation, readConversationFor } from '../conversation/read-conversation-row.js';
import type { Deps } from '../deps.js';
import { DomainError } from '../domain-error.js';
import { hashSecret } from '../transition/hash-secret.js';
import { transition } from '../transition/run-transition.js';
import { announce } from '../webhook/announce.js';
import { linkWindow } from './link-window.js';
import { readConfiguration } from './read-configuration.js';

export type CreateCallLink = CreateCallLinkRequest & { readonly agentId: string | null };

/**
 * Makes a link, for a guest or for a conversation (LNK-3). Its kind is the configuration's (LNK-13). The code is in the
 * answer and nowhere else.
 * @throws {DomainError} `configuration_not_found`, `conversation_not_found`, `conversation_closed`, `invalid_request`,
 * `local_time_gap`, `local_time_ambiguous`
 */
export function createCallLink(deps: Deps, request: CreateCallLink): Promise<CreatedCallLink> {
  const { agentId, conversationId, configuration: key = 'default', hours, customData } = request;
  return transition(deps, async (t) => {
    const { q, now } = t;
    const configuration = await readConfiguration(q, key);
    const { kind, life_ms: lifeMs } = configuration;
    const window = linkWindow({ ...request, kind, lifeMs }, now);
    const conversation =
      conversationId === undefined
        ? undefined
        : agentId === null
          ? await readConversation(q, conversationId)
          : await readConversationFor(q, conversationId, agentId);
    if (conversation?.status === 'closed') throw new DomainError('conversation_closed');
    const code = deps.ids.code();
    const { opensAt, expiresAt, timeZone } = window;
    const link = {
      id: deps.ids.id('lnk'),
      kind,
      displayName: request.displayName ?? conversation?.title ?? null,
      conversationId: conversation?.id ?? null,
      opensAt,
      expiresAt,
      timeZone,
    };
    await q.run(
      `insert into call_link (id, configuration_id, code_hash, kind, display_name, conversation_id, created_by, created_at,
         opens_at, expires_at, tz, start_local, end_local, hours, custom_data)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
      link.id,
      configuration.id,
      hashSecret(code),
      kind,
      link.displayName,
      link.conversationId,
      agentId,
      now,
      opensAt,
      expiresAt,
      timeZone,
      window.startLocal,
      window.endLocal,
      hours === undefined ? null : JSON.stringify(hours),
      customData === undefined ? null : JSON.stringify(customData),
    );
    const { id: linkId, conversationId: shared } = link;
    announce(t, 'link.created', linkId, { linkId, kind, conversationId: shared, agentId, opensAt, expiresAt });
    if (link.conversationId !== null && agentId !== null)
      logEvent(t, {
        conversationId: link.conversationId,
        type: 'link_created',
        actor: (await readAgent(q, agentId)).name,
        text: kind,
      });
    return { ...link, url: `${deps.settings.publicUrl}/j/${code}`, serverNow: now };
  });
}
