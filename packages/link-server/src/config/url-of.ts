import { ConfigError } from './config-error.js';

/** The settings of the process. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** An address among the settings, without its last slash; null where it is not set. @throws {ConfigError} */
export function urlOf(env: Environment, name: string, protocols: readonly string[]): string | null {
  const given = env[name];
  if (!given) return null;
  const url = URL.canParse(given) ? new URL(given) : null;
  if (!url || !protocols.includes(url.protocol))
    throw new ConfigError(`${name} has to be an address that begins with ${protocols.join(' or ')}`);
  return given.replace(/\/+$/, '');
}
