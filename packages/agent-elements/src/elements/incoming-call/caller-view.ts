import type { Offer } from '@carillon/contract';

/** What may be shown of who calls (spec Q-1): a null is not shown at all. */
export interface CallerView {
  readonly name: string | null;
  readonly number: string | null;
  readonly viaLink: boolean;
  readonly queue: string | null;
}

/**
 * A phone caller whom People does not know shows the number alone; with `strictUnknown` the queue is hidden as well. A
 * link caller has a name, the queue and no number (decisions.md, Screens).
 */
export function callerView(
  { caller, queueName }: Pick<Offer, 'caller' | 'queueName'>,
  strictUnknown: boolean,
): CallerView {
  const viaLink = caller.origin === 'link';
  const unknown = !viaLink && caller.name === null;
  return {
    name: caller.name,
    number: viaLink ? null : caller.number,
    viaLink,
    queue: unknown && strictUnknown ? null : queueName,
  };
}
