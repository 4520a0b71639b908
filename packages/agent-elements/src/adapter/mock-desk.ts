import type { AgentCallAnswer, AgentMediaGrant, Callback } from '@carillon/contract';
import type { DeskPort } from '../session/desk-port.js';
import { MockLinks } from './mock-links.js';
import { MockMessages } from './mock-messages.js';
import { MockProblem, type MockScript } from './mock-script.js';
import { MockWorld } from './mock-world.js';

const callbacksPerPage = 2;

/**
 * A whole desk in memory: the same states as the link-server's, without a server, a network or a camera. The port is
 * what the agent does; `world` is what everybody else does (`ring`, `abandon`, `customerHangup`, `endWrapUp` …).
 */
export class MockDesk implements DeskPort {
  readonly world: MockWorld;
  /** What is written: `messages.customerWrites('Hello')`. */
  readonly messages: MockMessages;
  /** The next command is refused with this, once. */
  refuseNext: MockProblem | null = null;
  /** What was asked of the port, newest last. */
  readonly asked: string[] = [];

  /** The next command of this name is refused with this, once; others are not. */
  refuse: readonly [asked: string, problem: MockProblem] | null = null;
  readonly #links: MockLinks;
  readonly #callbacks: readonly Callback[];
  readonly #targets: NonNullable<MockScript['transferTargets']>;

  constructor(script: MockScript = {}) {
    this.world = new MockWorld(script);
    this.messages = new MockMessages(this.world, script.mail ?? false);
    this.#callbacks = script.callbacks ?? [];
    this.#targets = script.transferTargets ?? {};
    this.#links = new MockLinks(this.world, script.linkChoices, script.links);
  }

  readonly session: DeskPort['session'] = {
    state: () => this.#answer('state', () => this.world.snapshot),
    follow: (_position, follower) => {
      const unfollow = this.world.follow(follower);
      follower.connected(true);
      queueMicrotask(() => this.world.ringNext());
      return unfollow;
    },
    setStatus: (status) =>
      this.#answer(`status ${status}`, () => {
        this.world.setStatus(status);
        return this.world.agent;
      }),
    presence: () => Promise.resolve(),
    logOut: () => this.#answer('log-out', () => undefined),
    farewell: () => void this.asked.push('farewell'),
  };

  readonly calls: DeskPort['calls'] = {
    offerToken: (id) => this.#answer(`offer-token ${id}`, () => this.#grant().media),
    accept: (id) =>
      this.#answer(`accept ${id}`, () => {
        if (this.world.offer?.id !== id) throw new MockProblem('offer_expired');
        this.world.connect();
        return this.#grant();
      }),
    decline: (id) => this.#answer(`decline ${id}`, () => this.world.endOffer('declined')),
    claim: (id) => this.#answer(`claim ${id}`, () => this.world.ringNext()),
    callToken: (id) => this.#answer(`call-token ${id}`, () => this.#grant()),
    connected: (id) =>
      this.#answer(`connected ${id}`, () => {
        if (this.world.call?.state === 'connecting')
          this.world.updateCall({ state: 'active', establishedAt: this.world.now() });
      }),
    mediaFailed: (id, reason) => this.#answer(`media-failed ${id} ${reason}`, () => this.world.requeue()),
    hold: (id) => this.#answer(`hold ${id}`, () => this.#aboutCall(() => this.world.hold())),
    resume: (id) => this.#answer(`resume ${id}`, () => this.#aboutCall(() => this.world.resume())),
    transferTargets: (id) =>
      this.#answer(`transfer-targets ${id}`, () => ({
        queueName: this.world.call?.queueName ?? '',
        agents: [...(this.#targets.agents ?? [])],
        queues: [...(this.#targets.queues ?? [])],
        serverNow: this.world.now(),
      })),
    transfer: (id, target) =>
      this.#answer(`transfer ${id} ${target.to}`, () =>
        this.#ofCall(() => {
          const agent = target.to === 'agent' && this.#targets.agents?.find((one) => one.id === target.agentId);
          if (target.to === 'queue') this.world.endCall('transferred');
          else if (agent && target.to === 'agent') this.world.transfer(agent.name, target.kind);
          else throw new MockProblem('target_unavailable');
        }),
      ),
    cancelTransfer: (id) =>
      this.#answer(`cancel-transfer ${id}`, () =>
        this.#ofCall(() => {
          const { transfer, consult } = this.world.call ?? {};
          if (transfer?.state !== 'ringing' && !consult) throw new MockProblem('transfer_over');
          this.world.endTransfer(null);
        }),
      ),
    joinTransfer: (id) => this.#answer(`join-transfer ${id}`, () => this.#consulting(() => this.world.joinTransfer())),
    completeTransfer: (id) =>
      this.#answer(`complete-transfer ${id}`, () => this.#consulting(() => this.world.endCall('transferred'))),
    end: (id) => this.#answer(`end ${id}`, () => this.world.endCall('agent_hangup')),
  };

  readonly links: DeskPort['links'] = {
    create: (request) =>
      this.#answer(`create-link ${request.configuration ?? 'default'}`, () => this.#links.create(request)),
    choices: () => this.#answer('link-choices', () => ({ choices: [...this.#links.choices] })),
    list: (query) => this.#answer('list-links', () => this.#links.list(query)),
    revoke: (id) => this.#answer(`revoke-link ${id}`, () => this.#links.revoke(id)),
  };

  readonly wrapUps: DeskPort['wrapUps'] = {
    saveNote: (id, note) =>
      this.#answer(`save-note ${id}`, () => {
        if (this.world.wrapUp?.id === id) this.world.wrapUp = { ...this.world.wrapUp, note };
      }),
    saveSummary: (id, summary) =>
      this.#answer(`save-summary ${id}`, () => {
        if (this.world.wrapUp?.id === id) this.world.wrapUp = { ...this.world.wrapUp, summary };
      }),
    chooseDisposition: (id, disposition) =>
      this.#answer(`choose-disposition ${disposition}`, () => {
        if (this.world.wrapUp?.id !== id) throw new MockProblem('wrapup_closed');
        return this.world.chooseDisposition(disposition);
      }),
    rate: (id, rating) =>
      this.#answer(`rate ${rating}`, () => {
        if (this.world.wrapUp?.id !== id) throw new MockProblem('wrapup_closed');
        return this.world.rate(rating);
      }),
    saveAnswers: (id, answers) =>
      this.#answer(`save-answers ${id}`, () => {
        if (this.world.wrapUp?.id === id) this.world.saveAnswers(answers);
      }),
    extend: (id, endsAt) =>
      this.#answer(`extend ${id}`, () => {
        const { wrapUp } = this.world;
        if (wrapUp?.id !== id) throw new MockProblem('wrapup_closed');
        if (wrapUp.extension === 'none' || wrapUp.endsAt >= wrapUp.latestEndsAt)
          throw new MockProblem('wrapup_not_extendable');
        return wrapUp.endsAt === endsAt ? this.world.extendWrapUp() : wrapUp;
      }),
    close: (id, change) =>
      this.#answer(`close ${id}`, () => {
        if (this.world.wrapUp?.id !== id) throw new MockProblem('wrapup_closed');
        const { fields, ...before } = this.world.wrapUp;
        const {
          disposition = before.disposition,
          answers = before.answers,
          rating = before.rating,
          summary = before.summary,
          ...rest
        } = change;
        const missing = fields.some(({ key, required }) => required && !answers.some((answer) => answer.key === key));
        if (missing) throw new MockProblem('answers_missing');
        this.world.wrapUp = { ...before, ...rest, fields, disposition, answers, rating, summary };
        return this.world.endWrapUp('agent') ?? this.world.wrapUp;
      }),
  };

  readonly conversations: DeskPort['conversations'] = {
    list: () =>
      this.#answer('list-conversations', () => ({ conversations: [...this.world.conversations], next: null })),
    get: (id) =>
      this.#answer(`get-conversation ${id}`, () => {
        const conversation = this.world.conversations.find((row) => row.id === id);
        if (!conversation) throw new MockProblem('conversation_not_found');
        const person = this.world.people.find((someone) => someone.id === conversation.personId) ?? null;
        return { conversation, person, timeline: this.world.timeline(id) };
      }),
    messages: (id, query) => this.#answer(`list-messages ${id}`, () => this.messages.list(id, query)),
    message: (id, request) => this.#answer(`message ${request.text}`, () => this.messages.send(id, request)),
    mail: (id, request) =>
      this.#answer(`mail ${request.to}`, () => ({ conversationId: id, message: this.messages.mail(id, request) })),
    retryMail: (id) => this.#answer(`retry-mail ${id}`, () => this.messages.retryMail(id)),
    note: (id, request) => this.#answer(`note ${request.text}`, () => this.world.writeNote(id, request)),
    received: (id, upTo) => this.#answer(`received ${id} ${upTo}`, () => this.messages.received(id, upTo)),
  };

  readonly callbacks: DeskPort['callbacks'] = {
    list: ({ cursor }) =>
      this.#answer('list-callbacks', () => {
        const from = Number(cursor ?? 0);
        const next = from + callbacksPerPage < this.#callbacks.length ? String(from + callbacksPerPage) : null;
        return { callbacks: this.#callbacks.slice(from, from + callbacksPerPage), next };
      }),
  };

  readonly people: DeskPort['people'] = {
    list: () => this.#answer('list-people', () => ({ people: [...this.world.people], next: null })),
  };

  /** Does something in a call that is connected, and answers with the call as it stands then. */
  #aboutCall(act: () => void): AgentCallAnswer {
    act();
    const { call } = this.world;
    if (!call || call.state === 'ended') throw new MockProblem('call_ended');
    if (call.state !== 'active' && call.state !== 'held') throw new MockProblem('call_not_connected');
    return { call, serverNow: this.world.now() };
  }

  /** Does something about a call, and answers with the call as it stands then. */
  #ofCall(act: () => void): AgentCallAnswer {
    if (!this.world.call || this.world.call.state === 'ended') throw new MockProblem('call_ended');
    act();
    return { call: this.world.call, serverNow: this.world.now() };
  }

  /** The same, of a call that two agents talk about. */
  #consulting(act: () => void): AgentCallAnswer {
    return this.#ofCall(() => {
      if (!this.world.call?.consult) throw new MockProblem('transfer_over');
      act();
    });
  }

  #grant(): AgentMediaGrant {
    const { call } = this.world;
    return {
      call,
      media: { url: 'wss://media.invalid', token: 'mock', identity: 'agent' },
      serverNow: this.world.now(),
    };
  }

  async #answer<T>(asked: string, answer: () => T): Promise<T> {
    this.asked.push(asked);
    const refusal = this.refuse?.[0] === asked ? this.refuse[1] : this.refuseNext;
    if (this.refuse?.[0] === asked) this.refuse = null;
    else this.refuseNext = null;
    // A server takes its time, too: nothing happens before the caller has gone on.
    await Promise.resolve();
    if (refusal) throw refusal;
    return answer();
  }
}
