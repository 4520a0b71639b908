import type { LocalTimeOption, ProblemCode } from '@carillon/contract';

/** What may be said along with a refusal. Nothing here repeats what the caller sent. */
export interface DomainErrorDetails {
  /** Who answered, on `offer_taken`. */
  readonly answeredBy?: string;
  /** Names of the fields that were refused, never their values. */
  readonly fields?: readonly string[];
  /** What a local time may have meant. */
  readonly options?: readonly LocalTimeOption[];
  /** What led to it, for the log. */
  readonly cause?: unknown;
}

/** A refusal with a stable code. Verbs throw it; `http/problem.ts` alone turns the code into a status. */
export class DomainError extends Error {
  override readonly name = 'DomainError';
  readonly code: ProblemCode;
  readonly answeredBy: string | undefined;
  readonly fields: readonly string[] | undefined;
  readonly options: readonly LocalTimeOption[] | undefined;

  constructor(code: ProblemCode, details: DomainErrorDetails = {}) {
    super(code, 'cause' in details ? { cause: details.cause } : undefined);
    this.code = code;
    this.answeredBy = details.answeredBy;
    this.fields = details.fields;
    this.options = details.options;
  }
}
