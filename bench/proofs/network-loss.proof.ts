/**
 * `npm run proof -- network-loss`: what becomes of a call when the network is away (security.md F13 to F16). Each side has a
 * line of its own, in a network namespace, which is cut: in silence, where no one is told, or unplugged, where the
 * system knows. Two seconds and ten 50 times each, a minute on both sides 20 times, two and a half minutes 5 times.
 */
import { type measureLostCall, type LostCallFigures } from '../../e2e/network/lost-call.js';
import { type measureOutage, type Outage, type OutageFigures } from '../../e2e/network/outage.js';
import { inOwnNetwork } from '../../e2e/network/own-network.js';
import { spread } from '../lib/figures.js';

type Row = 'F13' | 'F14' | 'F15' | 'F16';

const wanted: Readonly<Record<Row, number>> = { F13: 50, F14: 50, F15: 20, F16: 5 };
/** In turns, so that a short run has something of each row; what takes longest comes last. */
const inTurns = (rows: readonly Row[]) =>
  Array.from({ length: 50 }, (_, turn) => rows.filter((row) => turn < wanted[row])).flat();
const plan: readonly Row[] = [...inTurns(['F13', 'F14', 'F15']), ...inTurns(['F16'])];
export const rounds = plan.length;

const sides = ['customer', 'agent', 'both'] as const;
const lossMs = { F13: 2_000, F14: 10_000, F15: 60_000 } as const;

export type Measurement = { readonly row: Row } & (OutageFigures | LostCallFigures);

export async function round(index: number): Promise<Measurement> {
  const row = plan[index] ?? 'F13';
  const turn = plan.slice(0, index).filter((one) => one === row).length;
  if (row === 'F16') {
    const module = new URL('../../e2e/network/lost-call.ts', import.meta.url);
    const lost = { sides: turn % 2 === 0 ? 'customer' : 'both', lossMs: 150_000 } as const;
    return {
      row,
      ...(await inOwnNetwork<Awaited<ReturnType<typeof measureLostCall>>>(module, 'measureLostCall', lost)),
    };
  }
  const outage: Outage = {
    lossMs: lossMs[row],
    sides: row === 'F15' ? 'both' : (sides[turn % 3] ?? 'both'),
    how: Math.floor(turn / 3) % 2 === 0 ? 'silent' : 'unplugged',
  };
  const module = new URL('../../e2e/network/outage.ts', import.meta.url);
  return { row, ...(await inOwnNetwork<Awaited<ReturnType<typeof measureOutage>>>(module, 'measureOutage', outage)) };
}

/** Bounds of the rows, in ms: sound back after the return, the banner after the loss. */
const bounds = { F13: 1_500, F14: 3_000, F15: 5_000, banner: 2_000 } as const;
/** A call ends two minutes after the last sign of life, and a page gives one every five seconds. */
const end = { from: 115_000, to: 122_000 } as const;

const isOutage = (one: Measurement): one is { readonly row: Row } & OutageFigures => 'audioBackMs' in one;

export function summary(measurements: readonly Measurement[]) {
  const outages = measurements.filter(isOutage);
  const texts: string[] = [];
  let holds = true;
  for (const row of ['F13', 'F14', 'F15'] as const) {
    const ofRow = outages.filter((one) => one.row === row);
    if (ofRow.length === 0) continue;
    const back = spread(ofRow.map(({ audioBackMs }) => audioBackMs));
    const calm = ofRow.every(({ dialogs, timerWentOn }) => dialogs === 0 && timerWentOn);
    const banners = ofRow.flatMap(({ bannerMs }) => bannerMs ?? []);
    const shown = row === 'F13' || (banners.length === ofRow.length && Math.max(...banners) <= bounds.banner);
    const once = ofRow.every(({ tones }) => row === 'F13' || tones.split(' | ').every((one) => one === 'drop return'));
    holds &&= back.max <= bounds[row] && calm && shown && once;
    texts.push(
      `${row}: sound back ${back.median} ms in the middle, ${back.max} at most of ${back.n}` +
        (banners.length > 0 ? `, banner ${Math.max(...banners)} ms at most` : '') +
        `, ${once ? 'one tone each way' : 'more tones than one each way'}${calm ? '' : ', not without a trace'}`,
    );
  }
  const lost = measurements.filter((one): one is { readonly row: Row } & LostCallFigures => 'endedAfterMs' in one);
  if (lost.length > 0) {
    const ended = lost.map(({ endedAfterMs }) => endedAfterMs);
    const once = lost.every(({ wrapUps, calls }) => wrapUps === 1 && calls === 0);
    holds &&= once && ended.every((ms) => ms >= end.from && ms <= end.to);
    texts.push(
      `F16: ended after ${Math.min(...ended)} to ${Math.max(...ended)} ms of ${ended.length}, one wrap-up: ${once}`,
    );
  }
  return { text: texts.join('; '), holds };
}
