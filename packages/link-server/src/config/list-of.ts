import type { Environment } from './url-of.js';

/** What a setting lists, separated by commas; nothing where it is not set. */
export const listOf = (env: Environment, name: string): string[] =>
  (env[name] ?? '')
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean);
