import type { Role } from './role-table.js';

/** The longest a token lets anybody join, in seconds. Who is in the room stays: LiveKit refreshes tokens by itself. */
export const maxTokenSeconds = 120;

/** What a join token says. It carries no name and no metadata: those are in the call record. */
export interface TokenRequest {
  readonly role: Role;
  /** The room's name. Without one a token would open every room. */
  readonly room: string;
  readonly identity: string;
  /** Whole seconds, 1 to 120. Default: 120. */
  readonly ttlSeconds?: number;
}

/** Makes the tokens that join a room. */
export interface TokenMinter {
  /** @throws {RangeError} when the room or identity is empty, the time out of range, or anything else was asked for. */
  mint(request: TokenRequest): Promise<string>;
}
