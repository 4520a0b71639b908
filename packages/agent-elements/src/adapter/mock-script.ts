import type { Caller, Conversation, Medium, Person, ProblemCode } from '@carillon/contract';

/** One scripted call. What is left out is a video call of an unnamed link caller. */
export interface MockCall {
  readonly caller?: Partial<Caller>;
  readonly medium?: Medium;
  readonly queueName?: string;
  /** The conversation it joins. Default: a new one. */
  readonly conversationId?: string;
}

/** What a mock desk knows before anybody calls. */
export interface MockScript {
  readonly agentName?: string;
  readonly people?: readonly Person[];
  readonly conversations?: readonly Conversation[];
  readonly ringMs?: number;
  readonly wrapUpMs?: number;
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

  constructor(code: ProblemCode, answeredBy: string | null = null) {
    super(code);
    this.code = code;
    this.answeredBy = answeredBy;
  }
}
