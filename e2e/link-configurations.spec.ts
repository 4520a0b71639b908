import { routes, type LinkConfiguration, type LinkConfigurationList } from '@carillon/contract';
import { expect, test } from './fixtures.js';
import { apiAgent, send } from './lib/api.js';
import { customer, desk } from './lib/desk.js';

/** Makes a configuration as the company's administrator does, and a link of it. */
async function configuredLink(server: string, settings: Partial<LinkConfiguration>): Promise<string> {
  const { bearer, link } = await apiAgent(server, 'ana');
  const { body: list } = await send<LinkConfigurationList>(server, 'GET', routes.linkConfigurations, { bearer });
  const [first] = list.configurations;
  const made = await send<LinkConfiguration>(server, 'POST', routes.linkConfigurations, {
    bearer,
    body: {
      ...{ key: 'own', name: 'Own', kind: 'expiry', queueId: first?.queueId },
      brand: { name: 'Nordlicht Energie', color: '#067a52', welcome: 'We are glad to help.' },
      ...settings,
    },
  });
  expect(made.status).toBe(201);
  return (await link({ displayName: 'Marija Horvat', configuration: 'own' })).url;
}

test('a link by sound only has no camera anywhere, starts muted and speaks the language it presets (LNK-13, LNK-20)', async ({
  stack,
  openAgent,
  openLink,
}) => {
  const url = await configuredLink(stack.server.url, {
    media: 'audio',
    language: { mode: 'preset', language: 'de' },
    texts: { de: { welcome: 'Fragen zum Zählerstand.', waiting: 'Halten Sie die Zählernummer bereit.' } },
    initialOptions: { muted: true, cameraOff: false, camera: 'front' },
  });
  const agent = desk(await openAgent('ana'));
  const guest = customer(await openLink(url));
  await expect(guest.page.getByText('Fragen zum Zählerstand.')).toBeVisible();
  await expect(guest.page.locator('html')).toHaveAttribute('lang', 'de');
  await expect(guest.page.getByText('Sie starten stumm.')).toBeVisible();
  await expect(guest.page.getByText(/Kamera/)).toBeHidden();

  await guest.page.getByRole('button', { name: 'Audioanruf starten' }).click();
  await expect(guest.waiting.getByText('Halten Sie die Zählernummer bereit.')).toBeVisible();
  await agent.rings();
  await agent.answer.click();
  await expect(guest.call.getByRole('button', { name: 'Stummschaltung aufheben' })).toBeVisible({ timeout: 15_000 });
  await expect(guest.call.getByRole('button', { name: /Kamera/ })).toHaveCount(0);
});

test('a link takes controls away, and is written from the right (LNK-20)', async ({ stack, openAgent, openLink }) => {
  const url = await configuredLink(stack.server.url, {
    language: { mode: 'preset', language: 'ar' },
    callOptions: { mute: true, camera: false, switchCamera: false, screenShare: false, chat: false, settings: false },
    initialOptions: { muted: false, cameraOff: true, camera: 'front' },
  });
  const agent = desk(await openAgent('ana'));
  const guest = customer(await openLink(url));
  await expect(guest.page.locator('html')).toHaveAttribute('dir', 'rtl');
  await guest.page.getByRole('button', { name: 'بدء مكالمة فيديو' }).click();
  await agent.rings();
  await agent.answer.click();
  await guest.wake();
  await expect(guest.call.locator('cc-mic-button')).toBeVisible({ timeout: 15_000 });
  await expect(guest.call.locator('cc-camera-button')).toHaveCount(0);
});
