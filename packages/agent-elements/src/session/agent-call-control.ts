import type { AgentCallAnswer, AgentMediaGrant, MediaFailedRequest } from '@carillon/contract';
import { toCallRecord, type CallControl, type MediaErrorCode } from '@carillon/call';
import type { DeskCallsPort } from './desk-port.js';

const reasons: Readonly<Record<MediaErrorCode, MediaFailedRequest['reason']>> = {
  'permission-denied': 'microphone_denied',
  'permission-denied-by-system': 'microphone_denied',
  'blocked-by-policy': 'microphone_denied',
  'insecure-page': 'microphone_denied',
  'unsupported-browser': 'microphone_denied',
  'in-app-browser': 'microphone_denied',
  'device-not-found': 'microphone_missing',
  'device-in-use': 'microphone_in_use',
  'connection-failed': 'connection_failed',
  'connection-refused': 'connection_failed',
  // Of the camera alone, without which a call goes on: it is never told.
  'effect-unavailable': 'connection_failed',
};

/** Hooks by which the desk learns what its call session is told. */
export interface AgentCallControlEvents {
  /** The server answered with the call as it stands. */
  granted(grant: AgentMediaGrant): void;
  /** The browser cannot take part, and the server has been told (E-05). */
  mediaFailed(code: MediaErrorCode): void;
}

const answered = async (answer: Promise<AgentCallAnswer>) => toCallRecord((await answer).call);

/** What an agent's call session asks of the server: the calls group of the desk's port, for one call. */
export function createAgentCallControl(
  calls: DeskCallsPort,
  callId: string,
  events: AgentCallControlEvents,
): CallControl {
  return {
    async token() {
      const grant = await calls.callToken(callId);
      events.granted(grant);
      if (!grant.call) throw new Error('The server knows no call for this token.');
      return { record: toCallRecord(grant.call), media: grant.call.state === 'ended' ? null : grant.media };
    },
    connected: () => calls.connected(callId),
    hold: () => answered(calls.hold(callId)),
    resume: () => answered(calls.resume(callId)),
    transfer: (target) => answered(calls.transfer(callId, target)),
    cancelTransfer: () => answered(calls.cancelTransfer(callId)),
    joinTransfer: () => answered(calls.joinTransfer(callId)),
    completeTransfer: () => answered(calls.completeTransfer(callId)),
    hangup: () => calls.end(callId),
    async mediaFailed(code) {
      events.mediaFailed(code);
      await calls.mediaFailed(callId, reasons[code]);
    },
  };
}
