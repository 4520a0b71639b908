import { randomBytes } from 'node:crypto';
import { AccessToken, RoomServiceClient } from 'livekit-server-sdk';
import { apiAgent } from '../e2e/lib/api.js';
import { customer, desk } from '../e2e/lib/desk.js';
import { livekitKey, livekitSecret } from '../e2e/lib/livekit.js';
import { hearsAt, signals } from '../e2e/lib/signals.js';
import { startStack } from '../e2e/lib/stack.js';
import { serveBarePage } from './lib/bare-page.js';
import { launch, party } from './lib/browser.js';
import { report, spread } from './lib/figures.js';

const rounds = Number(process.env['ROUNDS'] ?? 20);
const stack = await startStack();
const bare = await serveBarePage();
const browser = await launch();
const rooms = new RoomServiceClient(stack.livekit.url.replace('ws', 'http'), livekitKey, livekitSecret);

const token = (room: string, identity: string) => {
  const made = new AccessToken(livekitKey, livekitSecret, { identity, ttl: 120 });
  made.addGrant({ roomJoin: true, room });
  return made.toJwt();
};

/** Connect, get the microphone, publish: from the click until both hear. The customer is in the room already, as in ours. */
async function bareRound(): Promise<number> {
  const room = `bare-${randomBytes(8).toString('hex')}`;
  await rooms.createRoom({ name: room });
  const guest = await party(browser, signals.customer, bare.url);
  const agent = await party(browser, signals.agent, bare.url);
  const { url } = stack.livekit;
  await guest.evaluate(([u, t]) => window.bareJoin(u, t), [url, await token(room, 'customer')] as const);
  const heard = [hearsAt(guest, signals.agent), hearsAt(agent, signals.customer)];
  const clicked = await agent.evaluate(([u, t]) => window.bareJoin(u, t), [url, await token(room, 'agent')] as const);
  const at = Math.max(...(await Promise.all(heard)));
  await Promise.all([guest.context().close(), agent.context().close()]);
  await rooms.deleteRoom(room);
  return at - clicked;
}

const agent = desk(await party(browser, signals.agent, `${stack.deskUrl}?agent=ana`));
await agent.status.getByRole('radio', { name: 'Active' }).check();
const maker = await apiAgent(stack.server.url, 'ben');

/** From the click on Answer until both hear. */
async function ourRound(): Promise<number> {
  const { url } = await maker.link({ displayName: 'Bench', configuration: 'default' });
  const guest = customer(await party(browser, signals.customer, url));
  await guest.startAudio.click();
  await agent.rings();
  // Nobody answers in the instant the card appears: by then the browser is connected and its microphone is there, muted.
  await agent.page.waitForFunction(() => window.ccConnected() > 0);
  await guest.page.waitForFunction(() => window.ccSounds() > 0);
  const heard = [hearsAt(guest.page, signals.agent), hearsAt(agent.page, signals.customer)];
  const clicked = await agent.answer.evaluate((button: HTMLElement) => {
    button.click();
    return performance.timeOrigin + performance.now();
  });
  const at = Math.max(...(await Promise.all(heard)));
  await agent.hangUp.click();
  await agent.wrapUp.getByRole('button', { name: /^Close/ }).click();
  await guest.page.context().close();
  return at - clicked;
}

const ours: number[] = [];
const theirs: number[] = [];
// The first of each warms caches and is not counted; the rest alternate, so that the machine's moods meet both.
for (let round = 0; round <= rounds; round++) {
  const [own, other] = [await ourRound(), await bareRound()];
  console.log(`round ${round} of ${rounds}: ours ${Math.round(own)} ms, bare ${Math.round(other)} ms`);
  if (round > 0) (ours.push(own), theirs.push(other));
}
await browser.close();
bare.close();
await stack.stop();

const [own, other] = [spread(ours), spread(theirs)];
const met = await report(
  'answer',
  [{ name: 'Answer click to both hear ÷ bare livekit-client, median', value: own.median / other.median, atMost: 0.5 }],
  {
    unit: 'ms',
    ours: own,
    bare: other,
  },
);
process.exitCode = met ? 0 : 1;
