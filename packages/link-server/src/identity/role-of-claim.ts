import { AgentRole } from '@carillon/contract';
import { mayAct } from '../agent/agent-roles.js';
import { DomainError } from '../domain-error.js';

/** Where a host app's token says what its user may do, and what its words mean here. */
export interface RoleClaim {
  readonly name: string;
  /** The host's word for each of our roles; null: it uses ours. */
  readonly words: Readonly<Record<string, AgentRole>> | null;
}

const ours: RoleClaim = Object.freeze({ name: 'role', words: null });

/**
 * The highest role that a token names; null where it names none. @throws {DomainError} `forbidden` when it names something,
 * and nothing of it is a role here: the token of a customer, for one
 */
export function roleOfClaim(
  claims: Readonly<Record<string, unknown>>,
  { name, words }: RoleClaim = ours,
): AgentRole | null {
  if (!Object.hasOwn(claims, name)) return null;
  const said: unknown = claims[name];
  const roles = (Array.isArray(said) ? (said as unknown[]) : [said]).map((word) => meaningOf(word, words));
  const known = roles.filter((role) => role !== null);
  const [first, ...rest] = known;
  if (!first) throw new DomainError('forbidden');
  return rest.reduce((highest, role) => (mayAct(role, highest) ? role : highest), first);
}

function meaningOf(word: unknown, words: RoleClaim['words']): AgentRole | null {
  if (typeof word !== 'string') return null;
  if (words) return Object.hasOwn(words, word) ? (words[word] ?? null) : null;
  const role = AgentRole.safeParse(word);
  return role.success ? role.data : null;
}
