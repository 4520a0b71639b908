/**
 * `node scripts/pictures.mjs <desk address> <customer link>`: makes a call on a running `npm start` and takes the
 * pictures of the README, docs/images/*.png. The people are drawn.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { chromiumArgs } from './lib/browsers.mjs';
import { needChromium } from './lib/need-chromium.mjs';
import { root } from './lib/paths.mjs';

const [deskAddress, link] = process.argv.slice(2);
if (!deskAddress || !link) {
  console.error('node scripts/pictures.mjs <desk address> <customer link>, both as npm start prints them');
  process.exit(2);
}
const folder = join(root, 'docs/images');
mkdirSync(folder, { recursive: true });
const browser = await chromium.launch({ executablePath: await needChromium(), args: chromiumArgs });
const permissions = ['microphone', 'camera'];

/** Runs in the page: a drawn person who moves a little, instead of a camera. */
function portrait({ wall, skin, shirt, hair }) {
  const devices = navigator.mediaDevices;
  const real = devices.getUserMedia.bind(devices);
  devices.getUserMedia = async (constraints) => {
    const stream = constraints.audio ? await real({ audio: true }) : new MediaStream();
    if (!constraints.video) return stream;
    const canvas = Object.assign(document.createElement('canvas'), { width: 1280, height: 720 });
    const pen = canvas.getContext('2d');
    const oval = (colour, x, y, width, height) => {
      pen.fillStyle = colour;
      pen.beginPath();
      pen.ellipse(x, y, width, height, 0, 0, 2 * Math.PI);
      pen.fill();
    };
    const draw = () => {
      const sway = Math.sin(performance.now() / 900) * 12;
      const light = pen.createLinearGradient(0, 0, 1280, 720);
      wall.forEach((colour, i) => light.addColorStop(i, colour));
      pen.fillStyle = light;
      pen.fillRect(0, 0, 1280, 720);
      oval(shirt, 640 + sway / 2, 790, 330, 260);
      pen.fillStyle = skin;
      pen.fillRect(585 + sway, 440, 110, 130);
      oval(hair, 640 + sway, 275, 158, 178);
      oval(skin, 640 + sway, 320, 132, 165);
      oval(hair, 640 + sway, 185, 120, 52);
      for (const x of [590, 690]) oval('#2b2320', x + sway, 315, 9, 11);
      pen.lineWidth = 7;
      pen.strokeStyle = '#7a3b34';
      pen.beginPath();
      pen.arc(640 + sway, 375, 46, 0.25, Math.PI - 0.25);
      pen.stroke();
    };
    draw();
    setInterval(draw, 66);
    stream.addTrack(canvas.captureStream(15).getVideoTracks()[0]);
    return stream;
  };
}
const people = {
  agent: { wall: ['#dfe7f2', '#a9bad3'], skin: '#e6b998', shirt: '#2f4b7c', hair: '#4a2f22' },
  customer: { wall: ['#f2e4d3', '#d1b08c'], skin: '#c58f68', shirt: '#7b4f9d', hair: '#1f1a18' },
};
const open = async (url, viewport, person) => {
  const context = await browser.newContext({ viewport, permissions, locale: 'en-GB', reducedMotion: 'reduce' });
  await context.addInitScript(portrait, person);
  const page = await context.newPage();
  page.on('console', (message) => message.type() === 'error' && console.error(message.text()));
  await page.goto(url);
  return page;
};
const take = (page, name) => page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled' });

try {
  const agent = await open(deskAddress, { width: 1280, height: 800 }, people.agent);
  await agent.getByRole('radio', { name: 'Active' }).check();
  const customer = await open(link, { width: 390, height: 844 }, people.customer);
  await customer.getByRole('button', { name: 'Start video call' }).waitFor();
  await take(customer, 'customer-prejoin');
  await customer.getByRole('button', { name: 'Start video call' }).click();
  const answer = agent.locator('cc-incoming-call').getByRole('button', { name: /^Answer/ });
  await answer.waitFor();
  await take(agent, 'incoming-call');
  await answer.click();
  for (const page of [agent, customer]) {
    await page.waitForFunction(() => {
      const playing = (node) =>
        [...node.querySelectorAll('*')].some(
          (element) =>
            (element instanceof HTMLVideoElement && element.videoWidth > 0 && element.currentTime > 1) ||
            (element.shadowRoot && playing(element.shadowRoot)),
        );
      return playing(document);
    });
  }
  await take(agent, 'agent-desk');
  await take(customer, 'customer-call');
  await customer.close();
  await agent
    .locator('cc-call-window')
    .getByRole('button', { name: /^(End|Hang up)/ })
    .click();
  await agent
    .locator('cc-wrapup')
    .getByRole('button', { name: /^Close/ })
    .click(); // free for the next call
  console.log('docs/images: agent-desk, incoming-call, customer-prejoin, customer-call');
} finally {
  await browser.close();
}
