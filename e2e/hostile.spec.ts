import { expect, test } from './fixtures.js';
import { apiAgent, apiCustomer } from './lib/api.js';
import { badRows } from './lib/bad-rows.js';
import { desk } from './lib/desk.js';
import { rawRoom } from './lib/raw-room.js';

// What nobody may hear, see or learn is never tried twice.
test.describe.configure({ retries: 0 });

const names = badRows('name').flatMap(({ id, field, expect: outcome, value }) =>
  field === 'displayName' && outcome === 'literal-text' && typeof value === 'string' ? [[id, value] as const] : [],
);

test('every name of the catalogue is shown as typed, and makes no element and no report (T20, literal-text)', async ({
  stack,
  openAgent,
}) => {
  expect(names.length).toBeGreaterThan(10);
  const maker = await apiAgent(stack.server.url, 'ben');
  const agent = desk(await openAgent('ana'));
  /** Whether one element says just that, with nothing in it but text. */
  const asText = (name: string) =>
    agent.card.evaluate(
      (card, wanted) =>
        [...(card.shadowRoot?.querySelectorAll('*') ?? [])].some(
          ({ textContent, childElementCount }) => textContent.trim() === wanted && childElementCount === 0,
        ),
      name,
    );
  for (const [id, name] of names) {
    const { url } = await maker.link({ displayName: name });
    const guest = apiCustomer(stack.server.url, url);
    await guest.redeem();
    await agent.rings();
    await expect(agent.card, id).toContainText(name.normalize('NFC').trim());
    expect(await asText(name.normalize('NFC').trim()), id).toBe(true);
    await guest.leave();
    await agent.silent();
    await agent.card.getByRole('button', { name: /Dismiss|Close/ }).click();
  }
  expect(await agent.page.evaluate(() => window.ccReports)).toEqual([]);
});

test('a token is worth nothing once its call has ended (token-058, T6)', async ({ stack, makeLink }) => {
  const guest = apiCustomer(stack.server.url, await makeLink());
  const { body } = await guest.redeem();
  const token = body.media?.token ?? '';
  const validate = async () =>
    (await fetch(`${stack.livekit.url.replace('ws', 'http')}/rtc/validate?access_token=${token}`)).status;
  expect(await validate(), 'while the call lives').toBe(200);
  await guest.leave();
  await expect
    .poll(validate, { message: 'LiveKit answers 404 or 401 within two seconds', timeout: 2_000 })
    .toBeGreaterThan(400);
});

/** Topics of the catalogue: event-028 and event-029. */
const topics = ['cc.control', 'cc.hold'];

test('what a customer sends into the room orders nothing about the call (event-028, event-029)', async ({
  stack,
  openAgent,
  newBrowser,
  makeLink,
}) => {
  const agent = desk(await openAgent('ana'));
  const guest = apiCustomer(stack.server.url, await makeLink());
  const { body } = await guest.redeem();
  const room = await rawRoom(await newBrowser(), stack.livekit.url, body.media?.token ?? '');
  await agent.rings();
  await agent.answer.click();
  await agent.inCall();
  const record = async () => (await (await apiAgent(stack.server.url, 'ana')).state()).call;
  await expect.poll(async () => (await record())?.state).toBe('active');
  const before = await record();
  for (const topic of topics)
    for (const order of ['hold', 'mute', 'end', 'transfer'])
      await room.send(topic, JSON.stringify({ topic, order, from: 'agent' }));
  // The media server has taken all of it, or thrown it away, once it has answered what was asked after it.
  await room.answered();
  expect(await record()).toEqual(before);
  await expect(agent.mute, 'not muted, not ended').toBeVisible();
  expect(await agent.page.evaluate(() => window.ccReports)).toEqual([]);
});
