import { CreatedCallLink, Problem, routes, type CreateCallLinkRequest, type ProblemCode } from '@carillon/contract';

export type CreateCallLinkOptions = CreateCallLinkRequest & {
  /** Origin of the link-server. */
  readonly server: string;
  /** From an administrator: `POST /v1/api-keys`. */
  readonly apiKey: string;
};

/** The server made no link. `code` says why; `internal` where the answer was none of ours. */
export class CallLinkError extends Error {
  override readonly name = 'CallLinkError';
  readonly code: ProblemCode;

  constructor(code: ProblemCode, detail: string) {
    super(detail);
    this.code = code;
  }
}

/**
 * Makes a call link from a program of yours, to put into a message to your customer.
 *
 * ```ts
 * const { url } = await createCallLink({
 *   server: 'https://calls.example',
 *   apiKey: process.env.CALL_KEY,
 *   displayName: 'Marija Horvat',
 * });
 * ```
 * @throws {CallLinkError} when it is refused; {TypeError} when the server was not reached
 */
export async function createCallLink({ server, apiKey, ...request }: CreateCallLinkOptions): Promise<CreatedCallLink> {
  const response = await fetch(new URL(routes.links, server), {
    method: 'POST',
    headers: {
      authorization: `Bearer ${apiKey}`,
      'content-type': 'application/json',
      'idempotency-key': crypto.randomUUID(),
    },
    body: JSON.stringify(request),
  });
  const body: unknown = await response.json().catch(() => null);
  if (response.ok) return CreatedCallLink.parse(body);
  const problem = Problem.safeParse(body);
  if (!problem.success) throw new CallLinkError('internal', `The server answered ${response.status}.`);
  throw new CallLinkError(problem.data.code, problem.data.detail);
}
