import type { AgentCall, Caller } from '@carillon/contract';
import type { CallRow } from '../transition/rows.js';
import { callFields } from './call-fields.js';

/** Who calls, as far as it is known. */
export const toCaller = (call: CallRow): Caller => ({
  name: call.caller_name,
  number: call.caller_number,
  origin: call.origin,
});

/** A call as its agent sees it. */
export const toAgentCall = (call: CallRow): AgentCall => ({
  ...callFields(call),
  caller: toCaller(call),
  conversationId: call.conversation_id,
});
