import type { TransferCallRequest, TransferTargets } from '@carillon/contract';
import { problemCode } from '../../session/problem-code.js';

/** Which of the two lists is shown. */
export type TargetTab = 'agents' | 'queues';

/** To whom a call can be passed on: read when it is wanted, searched here. */
export class TargetList {
  readonly #read: () => Promise<TransferTargets> | undefined;
  readonly #changed: () => void;
  #targets: TransferTargets | null = null;
  #failure: string | null = null;
  #reading = false;
  #search = '';

  constructor(read: () => Promise<TransferTargets> | undefined, changed: () => void) {
    this.#read = read;
    this.#changed = changed;
  }

  get targets(): TransferTargets | null {
    return this.#targets;
  }

  /** The server's code where the list could not be read. */
  get failure(): string | null {
    return this.#failure;
  }

  get reading(): boolean {
    return this.#reading;
  }

  get search(): string {
    return this.#search;
  }

  set search(text: string) {
    this.#search = text;
    this.#changed();
  }

  /** Agents whose name is searched for, in the server's order. */
  get agents(): TransferTargets['agents'] {
    return (this.#targets?.agents ?? []).filter(this.#found);
  }

  get queues(): TransferTargets['queues'] {
    return (this.#targets?.queues ?? []).filter(this.#found);
  }

  /** Reads the list anew. True when it is up to date. */
  async refresh(): Promise<boolean> {
    if (this.#reading) return false;
    this.#reading = true;
    this.#changed();
    try {
      this.#targets = (await this.#read()) ?? null;
      this.#failure = null;
    } catch (error) {
      this.#failure = problemCode(error);
    }
    this.#reading = false;
    this.#changed();
    return this.#failure === null;
  }

  /** Forgets what was read and searched for: the next time begins anew. */
  forget(): void {
    this.#targets = null;
    this.#failure = null;
    this.#search = '';
  }

  /** Whether a target may be chosen: of those that were read, and able to take a call. */
  mayChoose(target: TransferCallRequest): boolean {
    if (target.to === 'queue') return this.queues.some(({ id, atWork }) => id === target.queueId && atWork > 0);
    return this.agents.some(({ id, availability }) => id === target.agentId && isReady(availability));
  }

  readonly #found = ({ name }: { readonly name: string }): boolean => fold(name).includes(fold(this.#search.trim()));
}

/** Who is free: one missed call does not keep anybody from the next. */
export const isReady = (availability: string): boolean => availability === 'available' || availability === 'missed';

/** Neither case nor accents keep a name from being found. */
const fold = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLocaleLowerCase();
