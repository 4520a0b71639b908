import type { CustomerCall } from '@carillon/contract';

export type EstimateWords =
  { readonly key: 'waiting.soon' } | { readonly key: 'waiting.minutes'; readonly count: number } | null;

const minuteMs = 60_000;

/** How long it may take still, by the server's clock: whole minutes, never less than is left. Null where nobody knows. */
export function estimateWords({ expectedAt }: Pick<CustomerCall, 'expectedAt'>, serverNow: number): EstimateWords {
  if (expectedAt === undefined || expectedAt === null) return null;
  const left = expectedAt - serverNow;
  return left <= minuteMs ? { key: 'waiting.soon' } : { key: 'waiting.minutes', count: Math.ceil(left / minuteMs) };
}
