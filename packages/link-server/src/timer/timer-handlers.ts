import { agentTimer } from '../agent/agent-timers.js';
import { onAgentTimer } from '../agent/expire-presence.js';
import { absentTimer, connectTimer, customerTimer, leaseTimer } from '../call/call-timers.js';
import { onAbsentTimer, onConnectTimer, onCustomerTimer, onLeaseTimer } from '../call/handle-call-timers.js';
import { linkExpiryTimer, onLinkExpiryTimer } from '../call-link/sweep-expired-links.js';
import { onRingTimer } from '../offer/expire-offer.js';
import { ringTimer } from '../offer/offer-timers.js';
import { onRouteTimer } from '../queue/route-later.js';
import { routeTimer } from '../queue/route.js';
import { sharerTimer } from '../queue/sharer-turn.js';
import { onTransferTimer } from '../transfer/handle-transfer-timer.js';
import { transferTimer } from '../transfer/transfer-timers.js';
import { onWrapUpTimer } from '../wrap-up/expire-wrap-up.js';
import { wrapUpTimer } from '../wrap-up/open-wrap-up.js';
import { infrastructureTimers } from './infrastructure-timers.js';
import type { TimerHandlers } from './timer-handler.js';

/** What happens when a timer of each kind is due: the whole list. */
export const timerHandlers: TimerHandlers = Object.freeze({
  ...infrastructureTimers,
  [ringTimer]: onRingTimer,
  [connectTimer]: onConnectTimer,
  [customerTimer]: onCustomerTimer,
  [leaseTimer]: onLeaseTimer,
  [absentTimer]: onAbsentTimer,
  [agentTimer]: onAgentTimer,
  [wrapUpTimer]: onWrapUpTimer,
  [routeTimer]: onRouteTimer,
  [linkExpiryTimer]: onLinkExpiryTimer,
  [sharerTimer]: onRouteTimer,
  [transferTimer]: onTransferTimer,
});
