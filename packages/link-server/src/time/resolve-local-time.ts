import type { LocalTimeOption } from '@carillon/contract';
// The runtime's own Temporal where it has one (Node 26), else the polyfill.
import { Temporal } from 'temporal-polyfill';

/** What a wall clock's time is: one moment, none because the clock jumps over it, or two because it comes twice. */
export type LocalTime =
  | { readonly kind: 'moment'; readonly at: number }
  | { readonly kind: 'gap' | 'ambiguous'; readonly options: readonly LocalTimeOption[] }
  | { readonly kind: 'impossible' };

export interface GivenLocalTime {
  readonly local: string;
  readonly timeZone: string;
  /** Which of two moments is meant. */
  readonly offset?: string | undefined;
}

/**
 * The moment at which clocks in a zone show a time. Nothing is guessed: where a clock is set forward or back, both
 * readings are given to choose from. An offset that the zone does not have at that time is `impossible`.
 */
export function resolveLocalTime({ local, timeZone, offset }: GivenLocalTime): LocalTime {
  const plain = Temporal.PlainDateTime.from(local);
  const [earlier, later] = (['earlier', 'later'] as const).map((disambiguation) =>
    plain.toZonedDateTime(timeZone, { disambiguation }),
  ) as [Temporal.ZonedDateTime, Temporal.ZonedDateTime];
  const readings = [earlier, later];
  if (offset !== undefined) {
    const meant = readings.find((one) => one.offset === offset && one.toPlainDateTime().equals(plain));
    if (meant) return { kind: 'moment', at: meant.epochMilliseconds };
    return isGap(earlier, plain) ? { kind: 'gap', options: readings.map(toOption) } : { kind: 'impossible' };
  }
  if (earlier.epochMilliseconds === later.epochMilliseconds) return { kind: 'moment', at: earlier.epochMilliseconds };
  return { kind: isGap(earlier, plain) ? 'gap' : 'ambiguous', options: readings.map(toOption) };
}

/** In a gap neither reading shows the time that was asked for. */
const isGap = (reading: Temporal.ZonedDateTime, plain: Temporal.PlainDateTime): boolean =>
  !reading.toPlainDateTime().equals(plain);

const toOption = (reading: Temporal.ZonedDateTime): LocalTimeOption => ({
  local: reading.toPlainDateTime().toString({ smallestUnit: reading.second === 0 ? 'minute' : 'second' }),
  offset: reading.offset,
  at: reading.epochMilliseconds,
});
