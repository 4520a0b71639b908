const second = 1_000;
const minute = 60 * second;

/** Pauses between attempts: an agent should know within the hour that a mail has not gone out. */
const pauses = Object.freeze([10 * second, minute, 5 * minute, 15 * minute, 30 * minute]);

/** How long to wait after so many failed attempts; null once it is given up. */
export const mailRetryDelayMs = (failed: number): number | null => pauses[failed - 1] ?? null;
