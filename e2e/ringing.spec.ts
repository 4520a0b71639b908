import { RoomServiceClient, TrackSource } from 'livekit-server-sdk';
import { expect, test } from './fixtures.js';
import { apiAgent, apiCustomer } from './lib/api.js';
import { customer, desk } from './lib/desk.js';
import { holdMedia } from './lib/held-media.js';
import { livekitKey, livekitSecret } from './lib/livekit.js';
import { frames, heard, leaks, signals } from './lib/signals.js';

// What nobody may hear, see or learn is never tried twice.
test.describe.configure({ retries: 0 });

test('a decline rings the next agent (RCV-10)', async ({ openAgent, openLink, makeLink }) => {
  const ana = desk(await openAgent('ana'));
  const ben = desk(await openAgent('ben'));
  const guest = customer(await openLink(await makeLink()));
  await guest.startAudio.click();
  await ana.rings();
  await ben.silent();
  await ana.decline.click();
  await ben.rings();
  await ana.silent();
  await expect(guest.waiting).toBeVisible();
});

test.describe('with a short ring', () => {
  test.use({ stackOptions: { env: { CARILLON_RING_MS: '3000' } } });
  test('a ring timeout rings the next agent (E-03)', async ({ openAgent, openLink, makeLink }) => {
    const ana = desk(await openAgent('ana'));
    const ben = desk(await openAgent('ben'));
    const guest = customer(await openLink(await makeLink()));
    await guest.startAudio.click();
    await ana.rings();
    await ben.rings();
    await ana.silent();
    await ben.answer.click();
    await ben.inCall();
  });
});

test('two accepts at once have one winner, and the loser is told who answered (E-02)', async ({ stack, makeLink }) => {
  const url = stack.server.url;
  const first = await apiAgent(url, 'ana');
  const second = await apiAgent(url, 'ana');
  const other = await apiAgent(url, 'ben');
  await first.ready();
  await apiCustomer(url, await makeLink()).redeem();
  const { offer } = await first.state();
  expect(offer).not.toBeNull();
  const answers = await Promise.all([first, second, first, second].map((agent) => agent.accept(offer?.id ?? '')));
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  for (const { body } of answers.filter(({ status }) => status !== 200))
    expect(body).toMatchObject({ code: 'offer_taken', answeredBy: first.name });
  const stranger = await other.accept(offer?.id ?? '');
  expect(stranger.status, "an agent cannot take another agent's ring").toBe(404);
});

test('a second tab of the same agent rings once (RCV-3, F30)', async ({
  openAgent,
  openLink,
  makeLink,
  newBrowser,
}) => {
  const context = await newBrowser();
  const first = await openAgent('ana', context);
  const second = await openAgent('ana', context);
  const guest = customer(await openLink(await makeLink()));
  await guest.startAudio.click();
  await desk(first).rings();
  const ringing = async () => Promise.all([first, second].map((page) => page.evaluate(() => window.ccOscillators > 0)));
  await expect.poll(async () => (await ringing()).filter(Boolean).length).toBe(1);
});

test('the ring stops at once when the customer leaves, and the link is free again (E-04, LNK-14)', async ({
  openAgent,
  openLink,
  makeLink,
}) => {
  const url = await makeLink();
  const agent = desk(await openAgent('ana'));
  const guest = customer(await openLink(url));
  await guest.startAudio.click();
  await agent.rings();
  await guest.leave.click();
  await guest.page
    .getByRole('button', { name: /^(Leave|Yes)/ })
    .last()
    .click();
  await agent.silent();
  expect(await agent.page.evaluate(() => window.ccOscillators), 'no ring goes on').toBe(0);
  const again = customer(await openLink(url));
  await expect(again.startAudio).toBeVisible();
});

test('an agent whose desk closes mid-ring is passed over (E-01)', async ({ openAgent, openLink, makeLink }) => {
  const ana = desk(await openAgent('ana'));
  const ben = desk(await openAgent('ben'));
  const guest = customer(await openLink(await makeLink()));
  await guest.startAudio.click();
  await ana.rings();
  await ana.page.close();
  await ben.rings();
});

test('typing through a ring answers nothing (decisions, Screens)', async ({ openAgent, openLink, makeLink }) => {
  const agent = desk(await openAgent('ana'));
  const search = agent.page.getByRole('searchbox').first();
  await search.click();
  const guest = customer(await openLink(await makeLink()));
  await guest.startAudio.click();
  await agent.rings();
  await expect(search).toBeFocused();
  await agent.page.keyboard.type('marija answers \n ');
  await agent.rings();
  await expect(agent.hangUp).toBeHidden();
});

test('while it rings the microphone is in the room, muted, and no packet of sound or video has come through (design §5)', async ({
  openAgent,
  openLink,
  makeLink,
  stack,
}) => {
  const agent = desk(await openAgent('ana'));
  const guest = customer(await openLink(await makeLink()));
  await guest.startVideo.click();
  await agent.rings();
  const media = new RoomServiceClient(stack.livekit.url.replace('ws', 'http'), livekitKey, livekitSecret);
  const microphones = async () => {
    const [room] = await media.listRooms();
    const everybody = room ? await media.listParticipants(room.name) : [];
    const tracks = everybody.flatMap(({ tracks: all }) => all);
    return tracks.filter(({ source }) => source === TrackSource.MICROPHONE).map(({ muted }) => muted);
  };
  await expect.poll(microphones, 'of the customer and of the agent').toEqual([true, true]);
  const sides = [
    { page: agent.page, other: signals.customer },
    { page: guest.page, other: signals.agent },
  ];
  for (const { page, other } of sides) await page.evaluate((hz) => window.ccListen(hz), other.toneHz);
  for (const { page } of sides) {
    await expect.poll(async () => (await leaks(page)).samples, 'two seconds of ringing').toBeGreaterThan(200);
    expect((await leaks(page)).loudest).toBeLessThan(-90);
    expect(await page.evaluate(() => window.ccAudioPackets()), 'packets of sound').toBe(0);
    expect(await frames(page), 'pictures').toBe(0);
  }
  await agent.answer.click();
  for (const { page, other } of sides)
    await expect.poll(() => heard(page, other), { timeout: 15_000 }).toBeGreaterThan(-40);
});

test('an agent who answers before their browser is in the room is heard all the same (E-05)', async ({
  openAgent,
  openLink,
  makeLink,
  newBrowser,
}) => {
  const context = await newBrowser();
  const open = await holdMedia(context);
  const agent = desk(await openAgent('ana', context));
  const guest = customer(await openLink(await makeLink()));
  await guest.startAudio.click();
  await agent.rings();
  const reply = agent.page.waitForResponse(/\/accept$/);
  await agent.answer.click();
  expect((await reply).status()).toBe(200);
  open();
  await expect.poll(() => heard(guest.page, signals.agent), { timeout: 15_000 }).toBeGreaterThan(-40);
  await expect.poll(() => heard(agent.page, signals.customer), { timeout: 15_000 }).toBeGreaterThan(-40);
});
