const final: readonly string[] = [
  'session_expired',
  'unauthenticated',
  'forbidden',
  'not_found',
  'conversation_not_found',
  'link_unavailable',
];

/** The server's stable code; `offline` where it was not reached. */
export function codeOf(error: unknown): string {
  const { code } = (error ?? {}) as { readonly code?: unknown };
  if (typeof code === 'string') return code;
  return error instanceof TypeError ? 'offline' : 'internal';
}

/** The server knows this browser or this conversation no more: asking again would not change that. */
export const isFinal = (code: string): boolean => final.includes(code);
