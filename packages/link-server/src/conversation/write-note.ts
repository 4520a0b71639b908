import type { TimelineEntry, WriteNoteRequest } from '@carillon/contract';
import { readAgent } from '../agent/read-agent.js';
import type { Deps } from '../deps.js';
import { DomainError } from '../domain-error.js';
import { transition } from '../transition/run-transition.js';
import { logEvent } from './log-event.js';
import { readConversationFor } from './read-conversation-row.js';
import { timelineColumns, toTimelineEntry, type TimelineRow } from './timeline-row.js';

export interface WriteNote extends WriteNoteRequest {
  readonly agentId: string;
  readonly conversationId: string;
}

/**
 * An agent notes something in a conversation that they may read: after a wrap-up, without a call, or once it is closed,
 * as the customer reads none of it. What was sent before under the same id is answered with what was kept then; another
 * text under that id is refused. @throws {DomainError} `conversation_not_found`, `idempotency_mismatch`
 */
export function writeNote(deps: Deps, { agentId, conversationId, clientId, text }: WriteNote): Promise<TimelineEntry> {
  return transition(deps, async (t) => {
    await readConversationFor(t.q, conversationId, agentId);
    // The note of a wrap-up goes by the wrap-up's id, which no agent's page can give to one of these.
    const ref = `note:${agentId}:${clientId}`;
    const kept = await t.q.get<TimelineRow>(
      `select ${timelineColumns} where conversation_id = $1 and ref = $2 and type = 'note_saved'`,
      conversationId,
      ref,
    );
    if (kept) {
      if (kept.text !== text) throw new DomainError('idempotency_mismatch');
      return toTimelineEntry(kept);
    }
    const { name: actor } = await readAgent(t.q, agentId);
    const entry = { id: deps.ids.id('tle'), type: 'note_saved' as const, actor, text, durationMs: null };
    logEvent(t, { ...entry, conversationId, ref });
    return { ...entry, at: t.now };
  });
}
