import { customerToken } from '../call/customer-token.js';
import { readConversationDetail } from '../conversation/read-conversation.js';
import { agentConnected } from '../call/agent-connected.js';
import type { CallCenter } from './call-center.js';

/** A call of Ana's that she passes on to Ben. */
export interface PassingOn {
  readonly center: CallCenter;
  readonly talk: Awaited<ReturnType<CallCenter['talking']>>;
  readonly ben: Awaited<ReturnType<CallCenter['agent']>>;
}

/** What tests of transfers ask and do; `it` is looked up each time, as every test has one of its own. */
export function passingOn(it: () => PassingOn) {
  const ofAna = () => ({ agentId: it().talk.ana.id, callId: it().talk.callId });
  const ofBen = () => ({ agentId: it().ben.id, callId: it().talk.callId });

  /** Ben answers, and his browser is in the room. */
  async function answer() {
    const { center, ben } = it();
    const grant = await ben.accept();
    const { identity } = center.livekit.joinWith(grant.media.token);
    return { grant, identity };
  }

  return {
    ofAna,
    ofBen,
    answer,
    everybody: () => [it().talk.ana, it().ben, it().talk.guest],
    /** The call as its customer sees it. */
    record: async () => (await customerToken(it().center.deps, it().talk.guest.key)).call,
    inRoom: async () => (await it().center.livekit.listParticipants(it().talk.room)).map(({ identity }) => identity),

    /** Ben answers and is heard. */
    async answerAndSpeak() {
      const { center, talk } = it();
      const answered = await answer();
      center.livekit.publish(talk.room, answered.identity);
      await agentConnected(center.deps, ofBen());
      return answered;
    },

    /** What the timeline says since the call was established. */
    async timeline(agentId = it().talk.ana.id) {
      const { center, talk } = it();
      const row = await center.deps.db.read((q) =>
        q.get<{ conversation_id: string }>('select conversation_id from call where id = $1', talk.callId),
      );
      const conversationId = row?.conversation_id ?? '';
      const { timeline } = await readConversationDetail(center.deps, { agentId, conversationId });
      return timeline.slice(timeline.findIndex(({ type }) => type === 'call_established') + 1);
    },
  };
}
