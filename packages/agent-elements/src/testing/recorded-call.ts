import {
  CallChat,
  Captions,
  Store,
  systemClock,
  type CallControl,
  type CallRecord,
  type CallSession,
  type CallSnapshot,
  type Party,
} from '@carillon/call';
import type { MediaGrant, TransferCallRequest } from '@carillon/contract';

const party: Party = {
  identity: 'agent',
  local: true,
  name: null,
  microphone: 'on',
  camera: 'none',
  screen: 'none',
  speaking: false,
  quality: 'good',
};

const record: CallRecord = {
  id: 'cal_0000000000000000000001',
  version: 0,
  state: 'connecting',
  medium: 'audio',
  remoteName: null,
  queueName: 'Customer support',
  queuedAt: 0,
  establishedAt: null,
  endedAt: null,
  endReason: null,
  remoteAway: false,
  heldAt: null,
  transfer: null,
  consult: null,
  mayTransfer: true,
};

const begun: CallSnapshot = {
  record,
  phase: 'waiting',
  local: party,
  remotes: [],
  pending: null,
  mayHold: true,
  mayShare: true,
  looksAway: false,
  playbackBlocked: false,
  videoPaused: false,
  link: 'good',
  failure: null,
  clockOffsetMs: 0,
};

/** The phase of each state, without a network in between. */
const phases: Readonly<Partial<Record<CallRecord['state'], CallSnapshot['phase']>>> = {
  ended: 'ended',
  active: 'connected',
  held: 'held',
  consulting: 'consulting',
  transferring: 'transferring',
};

/** A call session without media: it shows what it is told and writes it down. */
export class RecordedCall {
  readonly log: string[] = [];
  readonly control: CallControl;
  readonly chat: CallChat | null;
  readonly captions = new Captions();
  readonly #store = new Store<CallSnapshot>({ ...begun });

  constructor(control: CallControl) {
    this.control = control;
    const { chat: port } = control;
    this.chat = port ? new CallChat({ port, clock: systemClock, clockOffset: () => 0 }) : null;
  }

  get snapshot(): CallSnapshot {
    return this.#store.snapshot;
  }

  subscribe(listener: () => void): () => void {
    return this.#store.subscribe(listener);
  }

  /** Changes the own side, as a click on a control would. */
  setLocal(change: Partial<Party>): void {
    this.#store.set({ local: { ...this.snapshot.local, ...change } });
  }

  prepare({ token }: MediaGrant): void {
    this.log.push(`prepare ${token}`);
  }

  answer(record: CallRecord, { token }: MediaGrant): void {
    this.log.push(`answer ${record.state} ${token}`);
    this.#show(record);
  }

  join(record: CallRecord): void {
    this.log.push(`join ${record.state}`);
    this.#show(record);
  }

  apply(record: CallRecord): void {
    this.log.push(`apply ${record.state}`);
    this.#show(record);
  }

  close(): void {
    this.log.push('close');
    this.chat?.close();
  }

  mute = (): Promise<void> => this.#act('mute', { microphone: 'muted' });
  unmute = (): Promise<void> => this.#act('unmute', { microphone: 'on' });
  cameraOn = (): Promise<void> => this.#act('camera on', { camera: 'on' });
  cameraOff = (): Promise<void> => this.#act('camera off', { camera: 'none' });
  share = (): Promise<void> => this.#act('share', { screen: 'on' });
  unshare = (): Promise<void> => this.#act('unshare', { screen: 'none' });
  hold = async (): Promise<void> => this.#hear(await this.control.hold?.());
  resume = async (): Promise<void> => this.#hear(await this.control.resume?.());
  transfer = async (target: TransferCallRequest): Promise<void> => this.#hear(await this.control.transfer?.(target));
  cancelTransfer = async (): Promise<void> => this.#hear(await this.control.cancelTransfer?.());
  joinTransfer = async (): Promise<void> => this.#hear(await this.control.joinTransfer?.());
  completeTransfer = async (): Promise<void> => this.#hear(await this.control.completeTransfer?.());
  message = (text: string): void => this.chat?.snapshot.chat?.send(text);
  hangup = (): Promise<void> => this.control.hangup();
  attachVideo = (): (() => void) => {
    this.log.push('attach');
    return () => void this.log.push('detach');
  };

  #hear(next: CallRecord | undefined): void {
    if (next) this.apply(next);
  }

  async #act(what: string, change: Partial<Party>): Promise<void> {
    this.log.push(what);
    this.setLocal(change);
  }

  #show(next: CallRecord): void {
    this.chat?.follow(next);
    const phase = phases[next.state] ?? 'connecting';
    const customer = { ...party, identity: 'customer', local: false, name: next.remoteName };
    const { consult } = next;
    const agent = consult ? [{ ...party, identity: consult.identity, local: false, name: consult.name }] : [];
    const remotes = phase === 'consulting' ? agent : [customer, ...agent];
    this.#store.set({ record: next, phase, remotes: phase === 'connecting' || phase === 'ended' ? [] : remotes });
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
