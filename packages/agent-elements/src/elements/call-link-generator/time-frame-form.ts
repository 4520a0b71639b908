import type { LocalTimeOption, TimeFrame } from '@carillon/contract';
import { localTimeAt, momentOf, ownTimeZone } from './local-time.js';
import { timeFrameProblem, type TimeFrameProblem } from './time-frame-problem.js';

type Field = TimeFrameProblem['field'];

/** Which of the moments of a local time is meant: the server's question, where a clock is set forward or back. */
export interface LocalTimeQuestion {
  readonly field: Field;
  /** The time does not exist on that day, or exists twice. */
  readonly why: 'gap' | 'repeat';
  readonly options: readonly LocalTimeOption[];
}

const quarterMs = 15 * 60_000;
const hourMs = 60 * 60_000;

/**
 * What an agent has entered of a time-frame: local times of their own zone, answers to the server's question, and the
 * zone to show it in for the customer. `changed` is called after every change.
 */
export class TimeFrameForm {
  /** The agent's zone, in which the times are entered. */
  readonly timeZone: string;
  start = '';
  end = '';
  problem: TimeFrameProblem | null = null;
  question: LocalTimeQuestion | null = null;
  /** Where the customer is; empty: where the agent is. */
  customerZone = '';
  readonly #offsets: { start?: string; end?: string } = {};
  readonly #changed: () => void;

  constructor(changed: () => void, timeZone = ownTimeZone()) {
    this.#changed = changed;
    this.timeZone = timeZone;
  }

  /** Proposes the next whole quarter of an hour, for an hour. */
  propose(now: number): void {
    const at = Math.ceil(now / quarterMs) * quarterMs;
    this.start = localTimeAt(at, this.timeZone);
    this.end = localTimeAt(at + hourMs, this.timeZone);
    this.#clear();
  }

  set(field: Field, local: string): void {
    this[field] = local;
    delete this.#offsets[field];
    this.#clear();
  }

  showFor(customerZone: string): void {
    this.customerZone = customerZone;
    this.#changed();
  }

  /** Takes one of the moments that the server has named. */
  choose(field: Field, { local, offset }: LocalTimeOption): void {
    this[field] = local.slice(0, 16);
    this.#offsets[field] = offset;
    this.problem = null;
    this.#changed();
  }

  /** The moment that was chosen last for a field, by its offset. */
  offsetOf(field: Field): string | undefined {
    return this.#offsets[field];
  }

  /** The time-frame to ask for; null where it will not do, which is then said. */
  read(now: number): TimeFrame | null {
    this.problem = timeFrameProblem(this, localTimeAt(now, this.timeZone));
    const { field } = this.question ?? {};
    if (!this.problem && field && this.#offsets[field] === undefined) this.problem = { field, key: 'frame-refused' };
    this.#changed();
    if (this.problem) return null;
    const { start: startOffset, end: endOffset } = this.#offsets;
    return {
      startLocal: this.start,
      endLocal: this.end,
      timeZone: this.timeZone,
      ...(startOffset === undefined ? {} : { startOffset }),
      ...(endOffset === undefined ? {} : { endOffset }),
    };
  }

  /** Takes the server's refusal of the time-frame. Answers whether it was one. */
  refuse(code: string, fields: readonly string[], options: readonly LocalTimeOption[]): boolean {
    const field: Field = fields.some((name) => name.startsWith('timeFrame.start')) ? 'start' : 'end';
    const isQuestion = (code === 'local_time_gap' || code === 'local_time_ambiguous') && options.length > 0;
    if (!isQuestion && !fields.some((name) => name.startsWith('timeFrame'))) return false;
    if (isQuestion) {
      this.question = { field, why: code === 'local_time_gap' ? 'gap' : 'repeat', options };
      delete this.#offsets[field];
    } else this.problem = { field, key: 'frame-refused' };
    this.#changed();
    return true;
  }

  /** Both moments, near enough to show; null while there are none. */
  get span(): readonly [start: number, end: number] | null {
    const span = [momentOf(this.start, this.timeZone), momentOf(this.end, this.timeZone)] as const;
    return span[0] < span[1] ? span : null;
  }

  #clear(): void {
    this.problem = null;
    this.question = null;
    this.#changed();
  }
}
