import type {
  CallLink,
  Callback,
  Caller,
  Conversation,
  LinkChoice,
  LocalTimeOption,
  Medium,
  Person,
  ProblemCode,
  TimelineEntry,
  TransferTargets,
  WrapUpExtension,
  WrapUpField,
} from '@carillon/contract';

/** One scripted call. What is left out is a video call of an unnamed link caller. */
export interface MockCall {
  readonly caller?: Partial<Caller>;
  readonly medium?: Medium;
  readonly queueName?: string;
  /** Who passes it on. Default: nobody, it comes from the queue. */
  readonly transferredBy?: string;
  /** The conversation it joins. Default: a new one. */
  readonly conversationId?: string;
}

/** What a mock desk knows before anybody calls. */
export interface MockScript {
  readonly agentName?: string;
  readonly people?: readonly Person[];
  readonly conversations?: readonly Conversation[];
  /** What has happened in a conversation before, by its id. Default: nothing. */
  readonly timelines?: Readonly<Record<string, readonly TimelineEntry[]>>;
  /** Configurations that call links can be made with. Default: one, for one-time links. */
  readonly linkChoices?: readonly LinkChoice[];
  /** Customers who want to be called back, who has waited longest first. */
  readonly callbacks?: readonly Callback[];
  /** Call links that were made before, newest first. */
  readonly links?: readonly CallLink[];
  /** To whom calls can be passed on. Default: nobody. */
  readonly transferTargets?: Partial<Pick<TransferTargets, 'agents' | 'queues'>>;
  readonly ringMs?: number;
  readonly wrapUpMs?: number;
  /** How the agent may get more time; not at all unless said otherwise. */
  readonly wrapUpExtension?: WrapUpExtension;
  /** Whether e-mail can be written. Default: no, as without a mail server. */
  readonly mail?: boolean;
  /** What agents choose from to say what became of a call. Default: nothing. */
  readonly dispositions?: readonly string[];
  /** Whether the agent may say how good a call was; unless it is false, they may. */
  readonly rating?: boolean;
  /** The form that agents fill in after a call. Default: none. */
  readonly wrapUpFields?: readonly WrapUpField[];
  /** Calls that come in by themselves, one after the other, whenever the agent is available. */
  readonly calls?: readonly MockCall[];
  /** Epoch milliseconds. Default: the browser's clock. */
  readonly now?: () => number;
}

/** The refusal a mock desk gives in place of a server. */
export class MockProblem extends Error {
  override readonly name = 'MockProblem';
  readonly code: ProblemCode;
  readonly answeredBy: string | null;

  /** Names of the fields that are refused, and what may be meant in their place. */
  fields: readonly string[] = [];
  options: readonly LocalTimeOption[] = [];

  constructor(code: ProblemCode, answeredBy: string | null = null) {
    super(code);
    this.code = code;
    this.answeredBy = answeredBy;
  }
}
