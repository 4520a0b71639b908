/** A start that cannot go well; says what to set. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}
