import { onOutboxTimer } from '../outbox/drain-outbox.js';
import { outboxTimer } from '../outbox/outbox.js';
import { onTrimTimer, trimTimer } from '../stream/trim-events.js';
import type { TimerHandlers } from './timer-handler.js';

/** Handlers every server needs, whatever it decides about calls. */
export const infrastructureTimers: TimerHandlers = Object.freeze({
  [outboxTimer]: onOutboxTimer,
  [trimTimer]: onTrimTimer,
});
