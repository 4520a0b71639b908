import type { CustomerCall } from '@carillon/contract';

export type PositionWords =
  | { readonly key: 'waiting.next' | 'waiting.second' | 'waiting.third' | 'waiting.unknown' }
  | { readonly key: 'waiting.position'; readonly count: number };

const named = ['waiting.next', 'waiting.second', 'waiting.third'] as const;

/** A place in the line in words; as a number from the fourth on. */
export function positionWords({ position }: Pick<CustomerCall, 'position'>): PositionWords {
  if (position === null || position < 1) return { key: 'waiting.unknown' };
  const key = named[position - 1];
  return key ? { key } : { key: 'waiting.position', count: position };
}
