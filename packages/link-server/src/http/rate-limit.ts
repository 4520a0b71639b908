/** A limit on how often somebody may do something wrong. In memory: a restart forgives. */
export interface RateLimit {
  /** False once the allowance is used up. Asking uses nothing. */
  allows(who: string): boolean;
  /** Counts one. */
  count(who: string): void;
}

interface Bucket {
  tokens: number;
  at: number;
}

/** Who has done nothing for this long is forgotten when the list gets long. */
const longestList = 10_000;

/** A token bucket for each name: `most` at once, refilled evenly over `perMs`. */
export function createRateLimit({
  most,
  perMs,
  now,
}: {
  readonly most: number;
  readonly perMs: number;
  readonly now: () => number;
}): RateLimit {
  const buckets = new Map<string, Bucket>();
  const bucketOf = (who: string): Bucket => {
    const at = now();
    const before = buckets.get(who) ?? { tokens: most, at };
    return { tokens: Math.min(most, before.tokens + ((at - before.at) / perMs) * most), at };
  };
  return {
    allows: (who) => bucketOf(who).tokens >= 1,
    count(who) {
      const bucket = bucketOf(who);
      buckets.delete(who);
      buckets.set(who, { ...bucket, tokens: Math.max(0, bucket.tokens - 1) });
      // The first of a Map is the one that was touched longest ago.
      if (buckets.size > longestList) buckets.delete(buckets.keys().next().value ?? '');
    },
  };
}
