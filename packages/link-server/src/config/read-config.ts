import { ExternalId, limits } from '@carillon/contract';
import type { Times } from '../deps.js';
import type { HostTokenOptions } from '../identity/host-token.js';
import { ConfigError } from './config-error.js';
import { listOf } from './list-of.js';
import { readHostToken } from './read-host-token.js';
import { readMailConfig, type MailConfig } from './read-mail-config.js';
import { readOperationsConfig, type OperationsConfig } from './read-operations-config.js';
import { readWebhookConfig, type WebhookConfig } from './read-webhook-config.js';
import { urlOf, type Environment } from './url-of.js';
import { wholeNumber } from './whole-number.js';

export { ConfigError };

/** Everything the environment decides. */
export interface Config {
  readonly host: string;
  readonly port: number;
  /** Origin of the links; null: the address the server listens on. */
  readonly publicUrl: string | null;
  readonly dataFolder: string;
  /** A PostgreSQL database that several servers may share; null: SQLite in the data folder. */
  readonly databaseUrl: string | null;
  /** Where this server reaches LiveKit. */
  readonly livekitUrl: string;
  /** Where browsers reach it. */
  readonly livekitPublicUrl: string;
  /** Null: the pair that the data folder holds. */
  readonly livekitKey: { readonly apiKey: string; readonly apiSecret: string } | null;
  readonly allowedOrigins: readonly string[];
  /** How the host app signs agents in; null where it does not, as in a demo. */
  readonly hostToken: HostTokenOptions | null;
  /** The host app's id of the first administrator; who they are afterwards is kept in the database. */
  readonly adminId: string | null;
  readonly demo: boolean;
  /** What link previews and the page's title show; null leaves it open. */
  readonly brandName: string | null;
  readonly widgetFolder: string | null;
  readonly mediaStatusFile: string | null;
  readonly webhook: WebhookConfig;
  /** How e-mail goes out and comes in; null: there is none. */
  readonly mail: MailConfig | null;
  readonly operations: OperationsConfig;
  readonly times: Times;
}

/** Times that may be set, for tests and demonstrations. */
const timeNames = {
  CARILLON_RING_MS: 'ringMs',
  CARILLON_WRAP_UP_MS: 'wrapUpMs',
  CARILLON_LEASE_MS: 'leaseMs',
  CARILLON_ABSENT_MS: 'absentMs',
} as const;
const loopback = new Set(['127.0.0.1', '::1', 'localhost']);

/**
 * Reads the environment. Without any it serves this machine only; with a public bind or NODE_ENV=production it fails
 * closed and names each missing setting. @throws {ConfigError}
 */
export function readConfig(env: Environment): Config {
  const host = env['HOST'] || '127.0.0.1';
  const production = env['NODE_ENV'] === 'production';
  const demo = env['DEMO'] === '1';
  if (demo && production)
    throw new ConfigError('DEMO=1 lets anybody sign in as an agent; it cannot be set with NODE_ENV=production.');
  if (production || !loopback.has(host))
    requireAll(env, [
      'PUBLIC_URL',
      'LIVEKIT_URL',
      'LIVEKIT_API_KEY',
      'LIVEKIT_API_SECRET',
      'ALLOWED_ORIGINS',
      ...(demo ? [] : ['HOST_TOKEN_ISSUER', 'HOST_TOKEN_AUDIENCE', 'HOST_TOKEN_SECRET or HOST_TOKEN_JWKS_URL']),
    ]);
  const livekitUrl = urlOf(env, 'LIVEKIT_URL', ['ws:', 'wss:', 'http:', 'https:']) ?? 'ws://127.0.0.1:7880';
  const { LIVEKIT_API_KEY: apiKey, LIVEKIT_API_SECRET: apiSecret } = env;
  if (apiSecret && apiSecret.length < 32)
    throw new ConfigError('LIVEKIT_API_SECRET is too short: 32 characters at least.');
  return {
    host,
    port: wholeNumber(env, 'PORT', 0, 65_535) ?? 8787,
    publicUrl: urlOf(env, 'PUBLIC_URL', ['http:', 'https:']),
    ...readStoreConfig(env),
    livekitUrl,
    livekitPublicUrl: urlOf(env, 'LIVEKIT_PUBLIC_URL', ['ws:', 'wss:']) ?? livekitUrl.replace(/^http/, 'ws'),
    livekitKey: apiKey && apiSecret ? { apiKey, apiSecret } : null,
    allowedOrigins: originsOf(env),
    hostToken: readHostToken(env),
    adminId: adminId(env),
    demo,
    brandName: env['BRAND_NAME'] || null,
    widgetFolder: env['WIDGET_DIR'] || null,
    mediaStatusFile: env['MEDIA_STATUS_FILE'] || null,
    webhook: readWebhookConfig(env, production),
    mail: readMailConfig(env),
    operations: readOperationsConfig(env),
    times: { ...limits, ...timesOf(env) },
  };
}

function adminId({ ADMIN_ID: given }: Environment): string | null {
  if (!given) return null;
  if (!ExternalId.safeParse(given).success)
    throw new ConfigError('ADMIN_ID has to be the id of a user in the host app: up to 200 visible ASCII characters.');
  return given;
}

/** Where the records are; all that a command on them needs to know. @throws {ConfigError} */
export const readStoreConfig = (env: Environment): Pick<Config, 'dataFolder' | 'databaseUrl'> => ({
  dataFolder: env['DATA_DIR'] || '.cc-data',
  databaseUrl: urlOf(env, 'DATABASE_URL', ['postgresql:', 'postgres:']),
});

function requireAll(env: Environment, names: readonly string[]): void {
  const missing = names.filter((name) => !name.split(' or ').some((one) => env[one]));
  if (missing.length > 0) throw new ConfigError(`A public server needs these settings: ${missing.join(', ')}.`);
}

function originsOf(env: Environment): string[] {
  const origins = listOf(env, 'ALLOWED_ORIGINS');
  for (const origin of origins)
    if (!URL.canParse(origin) || new URL(origin).origin !== origin)
      throw new ConfigError('ALLOWED_ORIGINS has to be origins such as https://desk.example, separated by commas.');
  return origins;
}

function timesOf(env: Environment): Partial<Record<keyof Times, number>> {
  const times: Partial<Record<keyof Times, number>> = {};
  for (const [name, key] of Object.entries(timeNames)) {
    const value = wholeNumber(env, name, 100, 86_400_000);
    if (value !== null) times[key] = value;
  }
  return times;
}
