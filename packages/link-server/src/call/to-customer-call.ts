import type { CustomerCall } from '@carillon/contract';
import type { CallRow } from '../transition/rows.js';
import { toHold } from '../queue/hold-settings.js';
import { callFields } from './call-fields.js';
import { expectedAt } from './expected-at.js';

/** A call as its customer sees it: nothing about the conversation, the agent by name only. */
export const toCustomerCall = (call: CallRow): CustomerCall => ({
  ...callFields(call, 'customer'),
  position: call.state === 'queued' || call.state === 'offering' ? call.position : null,
  expectedAt: call.state === 'queued' || call.state === 'offering' ? expectedAt(call) : null,
  agentName: call.agent_name,
  waitingSound: call.waiting_sound,
  ...toHold(call),
});
