import { readFileSync } from 'node:fs';
import { expect, test } from './fixtures.js';
import { apiAgent, apiCustomer } from './lib/api.js';
import { desk } from './lib/desk.js';

interface Row {
  readonly id: string;
  readonly area: string;
  readonly field: string;
  readonly expect: string;
  readonly value?: unknown;
}

const { inputs } = JSON.parse(
  readFileSync(new URL('../packages/link-server/src/testing/bad-inputs.json', import.meta.url), 'utf8'),
) as { readonly inputs: readonly Row[] };
const names = inputs.flatMap(({ id, area, field, expect: outcome, value }) =>
  area === 'name' && field === 'displayName' && outcome === 'literal-text' && typeof value === 'string'
    ? [[id, value] as const]
    : [],
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
