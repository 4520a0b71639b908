import { CustomData, type AgentCall, type Caller } from '@carillon/contract';
import type { CallRow } from '../transition/rows.js';
import { callFields } from './call-fields.js';

/** Who calls, as far as it is known. */
export const toCaller = (call: CallRow): Caller => ({
  name: call.caller_name,
  number: call.caller_number,
  origin: call.origin,
});

/** What the call's link carries along, where it carries something. */
export const carriedBy = ({ custom_data }: CallRow): { readonly customData?: CustomData } =>
  custom_data === null ? {} : { customData: CustomData.parse(JSON.parse(custom_data)) };

/** A call as its agent sees it. */
export const toAgentCall = (call: CallRow): AgentCall => ({
  ...callFields(call),
  caller: toCaller(call),
  conversationId: call.conversation_id,
  ...carriedBy(call),
});
