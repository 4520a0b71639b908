import { setTimeout as delay } from 'node:timers/promises';
import { callTimer } from '../lib/call-timer.js';
import { withLinesCall, type LinesCall } from './lines-call.js';
import { heardSteadily, readRecord, type PageRecord } from './record-page.js';

export interface Outage {
  readonly lossMs: number;
  readonly sides: 'agent' | 'customer' | 'both';
  /** `silent`: nothing arrives and nobody is told. `unplugged`: the system knows. */
  readonly how: 'silent' | 'unplugged';
}

export interface OutageFigures extends Outage {
  /** From the loss to the banner of the side that is cut, the later of both; null where none came. */
  readonly bannerMs: number | null;
  /** From the return to the moment since when both hear each other without a pause. */
  readonly audioBackMs: number;
  /** Tones that the sides which were cut have played. */
  readonly tones: string;
  readonly dialogs: number;
  /** Whether the call's timer went on as if nothing had been. */
  readonly timerWentOn: boolean;
}

const now = () => performance.timeOrigin + performance.now();
/** So long both have to hear each other for it to count: what comes back and goes again is not back. */
const steadyMs = 3_000;

/** Cuts the lines of a call for a while, and measures how it comes back. */
export const measureOutage = (outage: Outage): Promise<OutageFigures> =>
  withLinesCall(async (call) => {
    const cut = partiesOf(call, outage.sides);
    const startedAt = await callTimer(call.agent.page);
    const lostAt = now();
    for (const { line } of cut) {
      if (outage.how === 'silent') line.cut();
      else line.unplug();
    }
    await delay(outage.lossMs);
    const backAt = now();
    for (const { line } of cut) {
      if (outage.how === 'silent') line.mend();
      else line.plug();
    }
    const heardAt = await Promise.all(
      [call.agent, call.guest].map(({ page }) => heardSteadily(page, steadyMs, 60_000)),
    );
    const records = await Promise.all(cut.map(({ page }) => readRecord(page)));
    const passed = (now() - lostAt) / 1_000;
    return {
      ...outage,
      bannerMs: bannerAfter(records, lostAt),
      audioBackMs: Math.round(Math.max(...heardAt, backAt) - backAt),
      tones: records.map(({ tones }) => tones.map(({ tone }) => tone).join(' ')).join(' | '),
      dialogs: records.reduce((sum, { dialogs }) => sum + dialogs, 0),
      timerWentOn: Math.abs((await callTimer(call.agent.page)) - startedAt - passed) < 3,
    };
  });

const partiesOf = ({ agent, guest, lines }: LinesCall, sides: Outage['sides']) => [
  ...(sides === 'customer' ? [] : [{ page: agent.page, line: lines.agent }]),
  ...(sides === 'agent' ? [] : [{ page: guest.page, line: lines.customer }]),
];

function bannerAfter(records: readonly PageRecord[], lostAt: number): number | null {
  const shown = records.map(({ banner }) => banner.find(({ at, words }) => at > lostAt && words !== null)?.at ?? null);
  return shown.includes(null) ? null : Math.round(Math.max(...shown.map(Number)) - lostAt);
}
