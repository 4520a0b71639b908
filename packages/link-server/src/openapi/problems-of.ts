import type { ProblemCode, Route } from '@carillon/contract';

/** Every refusal a route can give: its own, and those that come with its callers, its body and its ids. */
export function problemsOf({ body, callers, path, problems, record }: Route): readonly ProblemCode[] {
  const api = path.startsWith('/v1/');
  const signedIn = callers.some((caller) => caller === 'agent' || caller === 'admin');
  const codes: readonly (ProblemCode | false)[] = [
    'invalid_request',
    api && 'origin_not_allowed',
    body !== undefined && (typeof body === 'string' ? `${body}_unsupported` : 'unsupported_media_type'),
    body !== undefined && 'body_too_large',
    !callers.includes('public') && !callers.includes('demo') && 'unauthenticated',
    signedIn && 'session_expired',
    signedIn && 'forbidden',
    record !== undefined && 'not_found',
    ...problems,
    'internal',
  ];
  return [...new Set(codes.filter((code) => code !== false))];
}
