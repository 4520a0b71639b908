import { CcCallEnded } from './call-ended/call-ended.js';
import { CcCustomerCall } from './customer-call/customer-call.js';
import { CcWaitingRoom } from './waiting-room/waiting-room.js';

/** The screens from the start of a call on: a chunk of their own, which a page that is only looked at never loads. */
export const callScreens = [CcWaitingRoom, CcCustomerCall, CcCallEnded] as const;
