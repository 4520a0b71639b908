import { Problem, type LocalTimeOption, type ProblemCode } from '@carillon/contract';

/** A refusal of the server: a stable code for programs, a sentence for people. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly code: ProblemCode;
  readonly status: number;
  /** What is wrong in a few words; the message says what to do about it. */
  readonly title: string;
  /** Names of the fields that were refused. */
  readonly fields: readonly string[];
  /** To copy into a support request. */
  readonly requestId: string | undefined;
  /** Who answered, on `offer_taken`. */
  readonly answeredBy: string | undefined;
  /** What may be meant, on `local_time_gap` and `local_time_ambiguous`. */
  readonly options: readonly LocalTimeOption[];
  /** How long to wait before asking again, in milliseconds, where the server said so. */
  readonly retryAfterMs: number | undefined;

  constructor(problem: Problem, retryAfterMs?: number) {
    super(problem.detail);
    this.code = problem.code;
    this.status = problem.status;
    this.title = problem.title;
    this.fields = problem.fields ?? [];
    this.requestId = problem.requestId;
    this.answeredBy = problem.answeredBy;
    this.options = problem.options ?? [];
    this.retryAfterMs = retryAfterMs;
  }
}

/** Reads a refusal. An answer that is none of ours, of a proxy for one, counts as `internal`. */
export async function toApiError(response: Response): Promise<ApiError> {
  const body: unknown = await response.json().catch(() => null);
  const problem = Problem.safeParse(body);
  const seconds = Number(response.headers.get('retry-after') ?? NaN);
  return new ApiError(
    problem.success
      ? problem.data
      : {
          type: 'about:blank',
          title: 'Error',
          status: response.status,
          code: 'internal',
          detail: `The server answered ${response.status}.`,
        },
    Number.isFinite(seconds) ? seconds * 1000 : undefined,
  );
}
