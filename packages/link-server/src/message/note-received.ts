import type { MessageSender } from '@carillon/contract';
import type { Transition } from '../transition/transition.js';

/**
 * Notes that one side's browser has what the other side wrote in a call, up to a number. Said of the browser and not of
 * the stream: an event that was sent may have gone into a network that was no longer there. Repeating it changes nothing.
 */
export async function noteReceived(
  t: Transition,
  { callId, from, upTo }: { readonly callId: string; readonly from: MessageSender; readonly upTo: number },
): Promise<void> {
  const { changes } = await t.q.run(
    `update message set delivered_at = $4
     where call_id = $1 and sender = $2 and seq <= $3 and channel = 'call_chat' and delivered_at is null`,
    callId,
    from,
    upTo,
    t.now,
  );
  if (changes > 0) t.messages.add(callId);
}
