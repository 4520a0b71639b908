import { AccessToken } from 'livekit-server-sdk';
import * as z from 'zod/mini';
import { livekitPermission } from './livekit-permission.js';
import { roles } from './role-table.js';
import { maxTokenSeconds, type TokenMinter, type TokenRequest } from './token-minter.js';

const Request = z.strictObject({
  role: z.enum(roles),
  room: z.string().check(z.minLength(1)),
  identity: z.string().check(z.minLength(1)),
  ttlSeconds: z.optional(z.int().check(z.gte(1), z.lte(maxTokenSeconds))),
});

/** What signs the tokens: a key pair that LiveKit knows too. */
export interface LiveKitKey {
  readonly apiKey: string;
  readonly apiSecret: string;
}

/** The only place that signs join tokens. It knows roles, not grants, so that nobody can ask for more than a role has. */
export class LiveKitTokenMinter implements TokenMinter {
  readonly #key: LiveKitKey;

  constructor(key: LiveKitKey) {
    this.#key = key;
  }

  async mint(request: TokenRequest): Promise<string> {
    const { data, error } = Request.safeParse(request);
    if (!data) throw new RangeError(`No token for this: ${error.issues[0]?.path.join('.') || 'unknown field'}.`);
    const token = new AccessToken(this.#key.apiKey, this.#key.apiSecret, {
      identity: data.identity,
      ttl: data.ttlSeconds ?? maxTokenSeconds,
    });
    token.addGrant({ roomJoin: true, room: data.room, ...livekitPermission(data.role), canUpdateOwnMetadata: false });
    return await token.toJwt();
  }
}
