import type { CallControl, CallRecord, CallSession } from '@carillon/call';
import type { MediaGrant } from '@carillon/contract';

/** A call session that connects nothing and writes down what it is told. */
export class RecordedCall {
  readonly log: string[] = [];
  readonly control: CallControl;
  readonly snapshot = null;

  constructor(control: CallControl) {
    this.control = control;
  }

  subscribe(): () => void {
    return () => undefined;
  }

  prepare(grant: MediaGrant): void {
    this.log.push(`prepare ${grant.token}`);
  }

  answer(record: CallRecord, grant: MediaGrant): void {
    this.log.push(`answer ${record.state} ${grant.token}`);
  }

  join(record: CallRecord): void {
    this.log.push(`join ${record.state}`);
  }

  apply(record: CallRecord): void {
    this.log.push(`apply ${record.state}`);
  }

  close(): void {
    this.log.push('close');
  }
}

/** Makes call sessions and keeps them, newest last. */
export function callRecorder() {
  const calls: RecordedCall[] = [];
  const createCall = (control: CallControl): CallSession => {
    const call = new RecordedCall(control);
    calls.push(call);
    return call as unknown as CallSession;
  };
  return { calls, createCall };
}
