import { ConfigError } from './config-error.js';
import type { Environment } from './url-of.js';

/** A whole number among the settings; null where it is not set. @throws {ConfigError} */
export function wholeNumber(env: Environment, name: string, least: number, most: number): number | null {
  const given = env[name];
  if (given === undefined || given === '') return null;
  const value = Number(given);
  if (!Number.isInteger(value) || value < least || value > most)
    throw new ConfigError(`${name} has to be a whole number from ${least} to ${most}.`);
  return value;
}
