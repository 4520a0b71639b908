import type { Locator } from '@playwright/test';
import { apiAgent } from '../e2e/lib/api.js';
import { customer, desk } from '../e2e/lib/desk.js';
import { hearsAt, signals } from '../e2e/lib/signals.js';
import { startStack } from '../e2e/lib/stack.js';
import { launch, party } from './lib/browser.js';
import { report, spread } from './lib/figures.js';
import { silentSince } from './lib/silent-since.js';

/**
 * `npm run bench -- hold`: how long after a click the customer hears what they should, or nothing more: on hold and off it,
 * and while a call is passed on to an agent who answers as soon as it rings, at once or after talking first.
 */
const rounds = Number(process.env['ROUNDS'] ?? 20);
const stack = await startStack();
const browser = await launch();

const agent = desk(await party(browser, signals.agent, `${stack.deskUrl}?agent=ana`));
const ben = desk(await party(browser, signals.colleague, `${stack.deskUrl}?agent=ben`));
const maker = await apiAgent(stack.server.url, 'ben');
const be = (who: typeof agent, status: 'Active' | 'Away') => who.status.getByRole('radio', { name: status }).check();
await be(agent, 'Active');

/** Clicks, and says when that was. */
const click = (button: Locator): Promise<number> =>
  button.evaluate((one: HTMLElement) => {
    one.click();
    return performance.timeOrigin + performance.now();
  });

/** A call of Ana's in which both hear each other. */
async function startCall() {
  const { url } = await maker.link({ displayName: 'Bench', configuration: 'default' });
  const guest = customer(await party(browser, signals.customer, url));
  await guest.startAudio.click();
  await agent.rings();
  const heard = [hearsAt(guest.page, signals.agent), hearsAt(agent.page, signals.customer)];
  await agent.answer.click();
  await Promise.all(heard);
  await be(ben, 'Active');
  return guest;
}

async function wrapUp(who: typeof agent): Promise<void> {
  await who.wrapUp.getByRole('button', { name: /^Close/ }).click();
}

/** Ben has the call: it ends, and everybody is as before. */
async function endOfBen(guest: ReturnType<typeof customer>): Promise<void> {
  await wrapUp(agent);
  await ben.hangUp.click();
  await wrapUp(ben);
  await be(ben, 'Away');
  await guest.page.context().close();
}

async function round() {
  const held = await startCall();
  const silent = silentSince(held.page, signals.agent);
  const holdAt = await click(agent.hold);
  const holdToSilence = (await silent) - holdAt;
  await agent.resume.waitFor();
  const again = hearsAt(held.page, signals.agent);
  const resumeAt = await click(agent.resume);
  const resumeToHeard = (await again) - resumeAt;

  // Cold: the last of Ana to the first of Ben, with his answer as soon as it rings.
  const lastOfAna = silentSince(held.page, signals.agent);
  const firstOfBen = hearsAt(held.page, signals.colleague);
  const done = agent.transferTo('Ben Carter');
  await ben.rings();
  const answerAt = await click(ben.answer);
  await done;
  const benAt = await firstOfBen;
  const cold = { gap: benAt - (await lastOfAna), answerToHeard: benAt - answerAt };
  await endOfBen(held);

  // Warm: from the click that lets the customer in, and what is heard of Ben when Ana leaves.
  const warm = await startCall();
  await agent.consult('Ben Carter');
  await ben.rings();
  const talk = hearsAt(agent.page, signals.colleague);
  const askedAt = await click(ben.answer);
  const answerToTalk = (await talk) - askedAt;
  const joined = [hearsAt(warm.page, signals.colleague), hearsAt(warm.page, signals.agent)];
  const joinAt = await click(agent.transfers.getByRole('button', { name: 'Bring the customer in' }));
  const joinToHeard = Math.max(...(await Promise.all(joined))) - joinAt;
  await agent.transfers.getByRole('button', { name: 'Leave the call to Ben Carter' }).click();
  await endOfBen(warm);
  return {
    holdToSilence,
    resumeToHeard,
    coldGap: cold.gap,
    coldAnswerToHeard: cold.answerToHeard,
    answerToTalk,
    joinToHeard,
  };
}

const all: Awaited<ReturnType<typeof round>>[] = [];
// The first warms caches and is not counted.
for (let index = 0; index <= rounds; index++) {
  const figures = await round();
  console.log(
    `round ${index} of ${rounds}: ${JSON.stringify(figures, (_, value: unknown) => (typeof value === 'number' ? Math.round(value) : value))}`,
  );
  if (index > 0) all.push(figures);
}
await browser.close();
await stack.stop();

const of = (name: keyof (typeof all)[number]) => spread(all.map((one) => one[name]));
const details = {
  unit: 'ms',
  holdToSilence: of('holdToSilence'),
  resumeToHeard: of('resumeToHeard'),
  coldGap: of('coldGap'),
  coldAnswerToHeard: of('coldAnswerToHeard'),
  warmAnswerToTalk: of('answerToTalk'),
  warmJoinToHeard: of('joinToHeard'),
};
const met = await report(
  'hold',
  [{ name: 'click on Hold to the last sound at the customer, p95', value: details.holdToSilence.p95, atMost: 500 }],
  details,
);
process.exitCode = met ? 0 : 1;
