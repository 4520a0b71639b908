import type { WrapUp } from '@carillon/contract';
import { readCall } from '../call/read-call.js';
import { readConversation } from '../conversation/read-conversation-row.js';
import type { Query } from '../store/database.js';
import type { WrapUpRow } from '../transition/rows.js';
import { toWrapUp } from './to-wrap-up.js';

/** A wrap-up as its agent sees it, with what is read of its call and its conversation. */
export const describeWrapUp = async (q: Query, row: WrapUpRow): Promise<WrapUp> =>
  toWrapUp(row, await readCall(q, row.call_id), await readConversation(q, row.conversation_id));
