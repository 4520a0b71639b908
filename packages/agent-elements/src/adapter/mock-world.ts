import {
  limits,
  type Agent,
  type AgentCall,
  type AgentEvent,
  type AgentSnapshot,
  type AgentStatus,
  type CallEndReason,
  type Conversation,
  type Medium,
  type Offer,
  type OfferState,
  type Person,
  type TimelineEntry,
  type TransferFailure,
  type TransferKind,
  type WithdrawReason,
  type WrapUp,
  type WrapUpAnswer,
  type WriteNoteRequest,
} from '@carillon/contract';
import type { DeskFollower } from '../session/desk-port.js';
import { MockProblem, type MockCall, type MockScript } from './mock-script.js';

/** The records of one agent's server, in memory, and what the world does to them. */
export class MockWorld {
  readonly #script: MockScript;
  readonly #followers = new Set<DeskFollower>();
  readonly #timelines = new Map<string, TimelineEntry[]>();
  readonly #notes = new Map<string, TimelineEntry>();
  readonly #waiting: MockCall[];
  #position = 0;
  #ids = 0;
  agent: Agent;
  offer: Offer | null = null;
  call: AgentCall | null = null;
  wrapUp: WrapUp | null = null;
  conversations: readonly Conversation[];
  readonly people: readonly Person[];

  constructor(script: MockScript = {}) {
    this.#script = script;
    this.#waiting = [...(script.calls ?? [])];
    this.conversations = script.conversations ?? [];
    this.people = script.people ?? [];
    for (const [id, entries] of Object.entries(script.timelines ?? {})) this.#timelines.set(id, [...entries]);
    const queues = [{ id: this.newId('que'), name: 'Customer support' }];
    this.agent = {
      id: this.newId('agt'),
      name: script.agentName ?? 'Ana Kovač',
      status: 'active',
      nextStatus: null,
      availability: 'available',
      queues,
    };
  }

  /** What a server would answer to `GET /v1/agent/state`. */
  get snapshot(): AgentSnapshot {
    const { agent, offer, call, wrapUp } = this;
    return {
      agent,
      offer,
      call: call?.state === 'ended' ? null : call,
      wrapUp,
      position: this.#position,
      serverNow: this.now(),
    };
  }

  now(): number {
    return this.#script.now?.() ?? Date.now();
  }

  newId(kind: string): string {
    return `${kind}_${String(++this.#ids).padStart(22, '0')}`;
  }

  timeline(conversationId: string): TimelineEntry[] {
    return this.#timelines.get(conversationId) ?? [];
  }

  follow(follower: DeskFollower): () => void {
    this.#followers.add(follower);
    return () => void this.#followers.delete(follower);
  }

  /** Sends an event to whoever follows. */
  tell(event: AgentEvent): void {
    this.#position++;
    for (const follower of [...this.#followers]) follower.event(event);
  }

  /** The stream breaks or comes back. */
  setConnected(open: boolean): void {
    for (const follower of this.#followers) follower.connected(open);
  }

  /** The gap in the stream cannot be replayed. */
  reset(): void {
    for (const follower of [...this.#followers]) follower.reset();
  }

  /** Presents a call to the agent. */
  ring({ caller, medium = 'video', queueName = 'Customer support', conversationId, ...call }: MockCall = {}): Offer {
    const createdAt = this.now();
    const who = { name: null, number: null, origin: 'link' as const, ...caller };
    const conversation = conversationId ?? this.#openConversation(who.name ?? who.number ?? 'Guest', queueName, medium);
    const ids = { id: this.newId('off'), callId: this.newId('cal'), conversationId: conversation };
    const expiresAt = createdAt + (this.#script.ringMs ?? limits.ringMs);
    this.offer = {
      ...ids,
      state: 'ringing',
      medium,
      caller: who,
      queueName,
      createdAt,
      expiresAt,
      withdrawReason: null,
      transferredBy: call.transferredBy ?? null,
    };
    this.setAgent({ availability: 'ringing' });
    this.tell({ type: 'offer', body: this.offer });
    return this.offer;
  }

  /** The ringing ends; everything but `accepted` makes the agent available again. */
  endOffer(state: OfferState, withdrawReason: WithdrawReason | null = null): void {
    if (!this.offer) return;
    const body: Offer = { ...this.offer, state, withdrawReason };
    this.offer = null;
    this.tell({ type: 'offer', body });
    if (state !== 'accepted') this.#free();
  }

  /** The customer leaves while it rings. */
  abandon(): void {
    this.endOffer('withdrawn', 'abandoned');
  }

  /** The ringing call is this agent's. */
  connect(): void {
    if (!this.offer) return;
    const { callId: id, medium, caller, conversationId, queueName, createdAt: queuedAt } = this.offer;
    const never = { establishedAt: null, endedAt: null, endReason: null, away: null, heldAt: null };
    const passing = { transfer: null, consult: null, mayTransfer: true };
    const own = { id, version: 1, state: 'connecting' as const, caller, conversationId };
    this.call = { ...own, medium, queueName, queuedAt, ...never, ...passing };
    this.setAgent({ availability: 'in_call' });
    this.endOffer('accepted');
    this.tell({ type: 'call', body: this.call });
  }

  /** The call as the server tells it next. */
  updateCall(change: Partial<AgentCall>): void {
    if (!this.call) return;
    this.call = { ...this.call, ...change, version: this.call.version + 1 };
    this.tell({ type: 'call', body: this.call });
  }

  /** The customer is put on hold. */
  hold(): void {
    if (this.call?.state !== 'active') return;
    this.updateCall({ state: 'held', heldAt: this.now() });
    this.#remember(this.call.conversationId, 'call_on_hold', null);
    this.setAgent({ availability: 'on_hold' });
  }

  /** The call goes on after a hold. */
  resume(): void {
    if (this.call?.state !== 'held') return;
    this.updateCall({ state: 'active', heldAt: null });
    this.#remember(this.call.conversationId, 'hold_ended', null);
    this.setAgent({ availability: 'in_call' });
  }

  /** The call rings at somebody else, who is to have it. */
  transfer(toName: string, kind: TransferKind = 'cold'): void {
    const startedAt = this.now();
    const transfer = { id: this.newId('trf'), kind, state: 'ringing' as const, toName, startedAt, reason: null };
    this.updateCall({ state: 'transferring', transfer, ...(kind === 'warm' && { heldAt: startedAt }) });
    this.setAgent({ availability: 'transferring' });
  }

  /** Whoever it rings at has answered, and the two talk about the call. */
  consult(): void {
    const transfer = this.call?.transfer;
    if (transfer?.kind !== 'warm') return;
    const consult = { name: transfer.toName, identity: 'colleague', conference: false };
    this.updateCall({ state: 'consulting', consult, transfer: { ...transfer, state: 'consulting' } });
  }

  /** The customer is let in, and all three talk. */
  joinTransfer(): void {
    const { transfer, consult } = this.call ?? {};
    if (!transfer || !consult) return;
    const inConference = {
      transfer: { ...transfer, state: 'conference' as const },
      consult: { ...consult, conference: true },
    };
    this.updateCall({ state: 'active', heldAt: null, ...inConference });
  }

  /** The transfer comes to nothing: for a reason, or because the agent took it back. */
  endTransfer(reason: TransferFailure | null): void {
    const transfer = this.call?.transfer;
    if (!transfer) return;
    const failed = reason === null ? null : { ...transfer, state: 'failed' as const, reason };
    this.updateCall({ state: 'active', heldAt: null, consult: null, transfer: failed });
    this.setAgent({ availability: 'in_call' });
  }

  /** The browser could not take part: the call goes back to the queue, and the agent is free. */
  requeue(): void {
    this.updateCall({ state: 'queued' });
    this.call = null;
    this.#free();
  }

  endCall(endReason: CallEndReason): void {
    const { call } = this;
    if (!call || call.state === 'ended') return;
    const openedAt = this.now();
    this.updateCall({ state: 'ended', heldAt: null, consult: null, endedAt: openedAt, endReason });
    const ids = { id: this.newId('wrp'), callId: call.id, conversationId: call.conversationId };
    const endsAt = openedAt + (this.#script.wrapUpMs ?? limits.wrapUpMs);
    this.wrapUp = {
      ...ids,
      caller: call.caller,
      openedAt,
      endsAt,
      extension: this.#script.wrapUpExtension ?? 'none',
      disposition: null,
      dispositions: [...(this.#script.dispositions ?? [])],
      fields: [...(this.#script.wrapUpFields ?? [])],
      answers: [],
      rating: null,
      ratingAllowed: this.#script.rating ?? true,
      latestEndsAt: openedAt + 600_000,
      closedAt: null,
      closedBy: null,
      note: '',
      summary: '',
      conversationStatus: 'open',
    };
    this.setAgent({ availability: 'wrapping' });
    this.tell({ type: 'wrapup', body: this.wrapUp });
  }

  /** The customer hangs up. */
  customerHangup(): void {
    this.endCall('customer_hangup');
  }

  /** The agent says what became of the call. */
  chooseDisposition(disposition: string | null): WrapUp {
    if (!this.wrapUp) throw new Error('There is no wrap-up.');
    this.wrapUp = { ...this.wrapUp, disposition };
    this.tell({ type: 'wrapup', body: this.wrapUp });
    return this.wrapUp;
  }

  /** The agent says how good the call was. */
  rate(rating: number | null): WrapUp {
    if (!this.wrapUp) throw new Error('There is no wrap-up.');
    this.wrapUp = { ...this.wrapUp, rating };
    this.tell({ type: 'wrapup', body: this.wrapUp });
    return this.wrapUp;
  }

  /** The agent fills in the form. */
  saveAnswers(answers: readonly WrapUpAnswer[]): WrapUp {
    if (!this.wrapUp) throw new Error('There is no wrap-up.');
    this.wrapUp = { ...this.wrapUp, answers: [...answers] };
    this.tell({ type: 'wrapup', body: this.wrapUp });
    return this.wrapUp;
  }

  /** The agent gets more time. */
  extendWrapUp(): WrapUp {
    if (!this.wrapUp) throw new Error('There is no wrap-up.');
    const { extension, endsAt, latestEndsAt } = this.wrapUp;
    const next = extension === 'more' ? latestEndsAt : Math.min(endsAt + 10_000, latestEndsAt);
    this.wrapUp = { ...this.wrapUp, endsAt: next };
    this.tell({ type: 'wrapup', body: this.wrapUp });
    return this.wrapUp;
  }

  /** The wrap-up's time is over, or the agent closed it. */
  endWrapUp(closedBy: 'agent' | 'timer'): WrapUp | null {
    if (!this.wrapUp) return null;
    const body: WrapUp = { ...this.wrapUp, closedAt: this.now(), closedBy };
    this.wrapUp = null;
    if (body.summary) this.#remember(body.conversationId, 'summary_saved', body.summary);
    if (body.note) this.#remember(body.conversationId, 'note_saved', body.note);
    if (body.rating !== null) this.#remember(body.conversationId, 'quality_rated', String(body.rating));
    if (body.answers.length > 0) this.#remember(body.conversationId, 'form_filled', null, keptAnswers(body));
    this.tell({ type: 'wrapup', body });
    this.#setConversation(body.conversationId, { status: body.conversationStatus });
    this.#free();
    return body;
  }

  /** Sets what the agent chose: for after a call or wrap-up, or at once, and a ringing call passes on (RCV-4). */
  setStatus(status: AgentStatus): void {
    const isBusy = this.wrapUp !== null || (this.call !== null && this.call.state !== 'ended');
    if (isBusy) return this.setAgent({ nextStatus: status === this.agent.status ? null : status });
    this.agent = { ...this.agent, status, nextStatus: null };
    if (!this.offer) this.#free();
    else if (status !== 'active') this.endOffer('declined');
  }

  setAgent(change: Partial<Agent>): void {
    this.agent = { ...this.agent, ...change };
    this.tell({ type: 'agent', body: this.agent });
  }

  /** Lets the next scripted call in, when the agent is available. */
  ringNext(): void {
    if (this.agent.availability !== 'available') return;
    const next = this.#waiting.shift();
    if (next) this.ring(next);
  }

  #free(): void {
    const status = this.agent.nextStatus ?? this.agent.status;
    this.setAgent({ status, nextStatus: null, availability: status === 'active' ? 'available' : status });
    this.ringNext();
  }

  #openConversation(title: string, queueName: string, medium: Medium): string {
    const at = this.now();
    const body: Conversation = {
      id: this.newId('cnv'),
      title,
      personId: null,
      status: 'open',
      queueName,
      medium,
      agentId: null,
      agentName: null,
      waitingCallId: null,
      openedAt: at,
      updatedAt: at,
    };
    this.conversations = [body, ...this.conversations];
    this.#remember(body.id, 'conversation_opened', null);
    this.tell({ type: 'conversation', body });
    return body.id;
  }

  /** The agent notes something; the same id again is the same note. */
  writeNote(conversationId: string, { clientId, text }: WriteNoteRequest): TimelineEntry {
    if (!this.conversations.some(({ id }) => id === conversationId)) throw new MockProblem('conversation_not_found');
    const key = `${conversationId} ${clientId}`;
    const kept = this.#notes.get(key);
    if (kept && kept.text !== text) throw new MockProblem('idempotency_mismatch');
    if (kept) return kept;
    const entry = this.#remember(conversationId, 'note_saved', text);
    this.#notes.set(key, entry);
    this.changeConversation(conversationId);
    return entry;
  }

  /** Something of a conversation has changed: whoever shows it reads it again. */
  changeConversation(id: string): void {
    this.#setConversation(id, {});
  }

  #setConversation(id: string, change: Partial<Conversation>): void {
    const found = this.conversations.find((row) => row.id === id);
    if (!found) return;
    const body = { ...found, ...change, updatedAt: this.now() };
    this.conversations = this.conversations.map((row) => (row.id === id ? body : row));
    this.tell({ type: 'conversation', body });
  }

  #remember(
    conversationId: string,
    type: TimelineEntry['type'],
    text: string | null,
    more: Pick<TimelineEntry, 'answers'> = {},
  ): TimelineEntry {
    const entry: TimelineEntry = {
      id: this.newId('evt'),
      at: this.now(),
      type,
      actor: this.agent.name,
      text,
      durationMs: null,
      ...more,
    };
    this.#timelines.set(conversationId, [...this.timeline(conversationId), entry]);
    return entry;
  }
}

/** Answers with what was asked, as a server keeps them. */
const keptAnswers = ({ fields, answers }: WrapUp): Required<Pick<TimelineEntry, 'answers'>> => ({
  answers: fields.flatMap(({ key, kind, label }) =>
    answers.filter((answer) => answer.key === key).map(({ value }) => ({ key, kind, label, value })),
  ),
});
