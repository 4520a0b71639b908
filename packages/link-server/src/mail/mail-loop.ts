import type { Deps } from '../deps.js';
import { logFailure } from '../log/log-failure.js';
import { DueLoop } from '../timer/due-loop.js';
import { systemScheduler, type Scheduler } from '../timer/scheduler.js';
import { deliverMail, type WaitingMail } from './deliver-mail.js';
import { mailTopic } from './mail-topic.js';
import type { SendMail } from './mailer.js';

/** How many mails are on their way at a time: mail servers allow few connections. */
const maxRunning = 4;

/** Sends e-mails when they are due, beside the timers: a mail server that hangs never makes a call ring longer. */
export class MailLoop extends DueLoop<WaitingMail> {
  constructor(deps: Deps, send: SendMail, scheduler: Scheduler = systemScheduler) {
    super(deps, scheduler, {
      topic: mailTopic,
      maxSleepMs: 5_000,
      waiting: () => readWaiting(deps),
      keyOf: ({ id }) => id,
      dueAt: ({ next_at }) => next_at,
      hasRoom: (_, running) => running.size < maxRunning,
      run: (mail) =>
        deliverMail(deps, send, mail).catch((error: unknown) => logFailure(deps.log, 'mail_failed', error)),
      unreadable: 'mail_unreadable',
    });
  }
}

const readWaiting = ({ db }: Deps): Promise<WaitingMail[]> =>
  db.read((q) =>
    q.all<WaitingMail>(
      'select id, next_at, attempts from message where next_at is not null order by next_at, created_at, id limit $1',
      maxRunning * 4,
    ),
  );
