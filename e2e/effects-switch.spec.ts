import { expect } from './fixtures.js';
import { test } from './lib/call-from.js';
import { openCameraSettings, rawAfter, resize, seen, stripedCamera, switchCamera } from './lib/leak.js';
import { collectRooms, reconnectFully } from './lib/rooms.js';

// What changes while an effect is on: the camera, its picture's size, the effect itself, the way to the media server.

test.beforeEach(async ({}, info) => info.setTimeout(400_000));

test('another size, another camera and a new way to the media server show nothing raw (BGD-2, E-29)', async ({
  callFrom,
}) => {
  const { agent, guest } = await callFrom(async (page) => {
    await stripedCamera(page);
    await collectRooms(page);
  });
  expect(await rawAfter(guest.page, 5), 'at the start').toBe(0);
  for (const [width, height] of [
    [640, 360],
    [180, 320],
    [322, 182],
  ] as const) {
    await resize(agent.page, width, height);
    expect(await rawAfter(guest.page, 5), `${width} × ${height}`).toBe(0);
  }
  await openCameraSettings(agent.page);
  for (let i = 0; i < 3; i++) {
    await switchCamera(agent.page);
    expect(await rawAfter(guest.page, 5), 'after another camera').toBe(0);
  }
  expect(await agent.page.evaluate(() => window.ccCameras.length), 'cameras opened').toBe(4);
  await agent.page.keyboard.press('Escape');

  await reconnectFully(agent.page);
  expect(await rawAfter(guest.page, 5), 'after a full reconnect').toBe(0);
  expect((await seen(guest.page)).frames).toBeGreaterThan(40);
});

test('fifty switches of the effect in a row show nothing raw (BGD-2)', async ({ callFrom }) => {
  const { agent, guest } = await callFrom(stripedCamera);
  expect(await rawAfter(guest.page, 5), 'at the start').toBe(0);
  const settings = await openCameraSettings(agent.page);
  const trace = settings.getByRole('checkbox', { name: 'Face trace' });
  const strength = settings.getByRole('slider', { name: 'Strength' });
  for (let i = 0; i < 50; i++) {
    if (i % 5 === 4) await strength.press(i % 2 ? 'ArrowLeft' : 'ArrowRight');
    else await trace.click();
    if (i % 10 === 9) expect(await rawAfter(guest.page, 2), `after ${i + 1} switches`).toBe(0);
  }
  expect(await rawAfter(guest.page, 10), 'after all of them').toBe(0);
  expect(await agent.page.evaluate(() => window.ccWorkers.length), 'workers: effects switch inside of one').toBe(1);
});
