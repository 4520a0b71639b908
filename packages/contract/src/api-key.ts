import * as z from 'zod/mini';
import { EpochMs, Id } from './common.js';
import { pageFields } from './page.js';
import { DisplayName } from './text.js';

/** A key by which a program of the company calls the server. What it says is shown once, when it is made. */
export const ApiKey = z.object({ id: Id, name: DisplayName, createdAt: EpochMs, revokedAt: z.nullable(EpochMs) });
export type ApiKey = z.infer<typeof ApiKey>;
export const ApiKeyList = z.object({ keys: z.array(ApiKey), ...pageFields });
export type ApiKeyList = z.infer<typeof ApiKeyList>;

/** Body of `POST /v1/api-keys`. */
export const CreateApiKeyRequest = z.strictObject({ name: DisplayName });
export type CreateApiKeyRequest = z.infer<typeof CreateApiKeyRequest>;

/** Answer of `POST /v1/api-keys`: the only time that the secret is seen. */
export const CreatedApiKey = z.object({ key: ApiKey, secret: z.string() });
export type CreatedApiKey = z.infer<typeof CreatedApiKey>;
