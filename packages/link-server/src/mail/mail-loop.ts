import type { Deps } from '../deps.js';
import { logFailure } from '../log/log-failure.js';
import { systemScheduler, type Scheduler } from '../timer/scheduler.js';
import { deliverMail, type WaitingMail } from './deliver-mail.js';
import { mailTopic } from './mail-topic.js';
import type { SendMail } from './mailer.js';

/** It sleeps no longer than this: word of another process may have got lost. In milliseconds. */
const maxSleepMs = 5_000;

/** How many mails are on their way at a time: mail servers allow few connections. */
const maxRunning = 4;

/** Sends e-mails when they are due, beside the timers: a mail server that hangs never makes a call ring longer. */
export class MailLoop {
  readonly #deps: Deps;
  readonly #send: SendMail;
  readonly #scheduler: Scheduler;
  readonly #running = new Map<string, Promise<void>>();
  #stopListening: (() => void) | undefined;
  #cancelAlarm: (() => void) | undefined;
  #look: Promise<void> | undefined;
  #lookAgain = false;

  constructor(deps: Deps, send: SendMail, scheduler: Scheduler = systemScheduler) {
    this.#deps = deps;
    this.#send = send;
    this.#scheduler = scheduler;
  }

  start(): void {
    this.#stopListening ??= this.#deps.db.onRing((topics) => {
      if (topics.has(mailTopic)) this.#wake();
    });
    this.#wake();
  }

  /** Sends no more, and waits for what is on its way. */
  async stop(): Promise<void> {
    this.#stopListening?.();
    this.#stopListening = undefined;
    await this.#look;
    this.#cancelAlarm?.();
    await Promise.all(this.#running.values());
  }

  /** Sends what is due at this moment and waits for it; says how many mails. Works on a loop that is not started. */
  async runDue(): Promise<number> {
    const due = (await this.#waiting()).filter(({ next_at }) => next_at <= this.#deps.now());
    await Promise.all(due.map((mail) => this.#run(mail)));
    return due.length;
  }

  #wake(): void {
    if (!this.#stopListening) return;
    if (this.#look) {
      this.#lookAgain = true;
      return;
    }
    this.#look = this.#lookAround().finally(() => {
      this.#look = undefined;
      if (this.#lookAgain) this.#wake();
    });
  }

  async #lookAround(): Promise<void> {
    this.#lookAgain = false;
    this.#cancelAlarm?.();
    let sleepMs = maxSleepMs;
    try {
      for (const mail of await this.#waiting()) {
        const inMs = mail.next_at - this.#deps.now();
        if (inMs > 0) sleepMs = Math.min(sleepMs, inMs);
        else if (this.#running.size < maxRunning) void this.#run(mail);
      }
    } catch (error) {
      logFailure(this.#deps.log, 'mail_unreadable', error);
    }
    this.#cancelAlarm = this.#scheduler.after(sleepMs, () => this.#wake());
  }

  /** The mails that wait, earliest first; those on their way left out. */
  async #waiting(): Promise<WaitingMail[]> {
    const rows = await this.#deps.db.read((q) =>
      q.all<WaitingMail>(
        'select id, next_at, attempts from message where next_at is not null order by next_at, created_at, id limit $1',
        maxRunning * 4,
      ),
    );
    return rows.filter(({ id }) => !this.#running.has(id));
  }

  #run(mail: WaitingMail): Promise<void> {
    const done = deliverMail(this.#deps, this.#send, mail)
      .catch((error: unknown) => logFailure(this.#deps.log, 'mail_failed', error))
      .finally(() => {
        this.#running.delete(mail.id);
        this.#wake();
      });
    this.#running.set(mail.id, done);
    return done;
  }
}
