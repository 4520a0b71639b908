/**
 * Runs the tests of web-test-runner in WebKitGTK (Debian: webkit2gtk-driver, xvfb), in plain WebDriver. It calls itself
 * puppeteer, as the runner's own commands for keys, mouse and viewport speak to what has puppeteer's page.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { nextFreePort } from './ports.mjs';
import { findMiniBrowser, miniBrowserHelp } from './browsers.mjs';
import { startSoundCard } from './sound-card.mjs';

/** Keys that have no character, as WebDriver codes them (https://w3c.github.io/webdriver/#keyboard-actions). */
const keys = {
  Tab: '\uE004',
  Enter: '\uE007',
  Escape: '\uE00C',
  Space: ' ',
  Backspace: '\uE003',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
  Home: '\uE011',
  End: '\uE010',
  Delete: '\uE017',
  Shift: '\uE008',
  Control: '\uE009',
  Alt: '\uE00A',
  Meta: '\uE03D',
};
const buttons = { left: 0, middle: 1, right: 2 };
const switches = [
  '--automation',
  '--enable-media-stream=true',
  '--enable-webrtc=true',
  '--enable-mock-capture-devices=true',
  '--autoplay-policy=allow',
  '--features=+MediaStreamTrackProcessing',
];

/** A screen for a browser that wants one, where there is none. */
async function startScreen(started) {
  const screen = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1600x1200x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  started.push(screen);
  const failed = once(screen, 'error').then(([error]) => {
    throw new Error(`Xvfb does not start: ${error.message}`);
  });
  const [number] = await Promise.race([once(screen.stdio[3], 'data'), failed]);
  return `:${String(number).trim()}`;
}

/** Waits until the driver answers. */
async function answered(origin, tries = 50) {
  for (let i = 0; i < tries; i++) {
    const ready = await fetch(`${origin}/status`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (ready) return;
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error('WebKitWebDriver does not answer.');
}

/** What the runner's commands ask of a page, said to the driver. */
function pageOf(call) {
  const act = (type, id, actions, extra) => call('POST', '/actions', { actions: [{ type, id, ...extra, actions }] });
  const keyed = (type, key) => ({ type, value: keys[key] ?? key });
  const keyboard = {
    press: (key) => act('key', 'k', [keyed('keyDown', key), keyed('keyUp', key)]),
    down: (key) => act('key', 'k', [keyed('keyDown', key)]),
    up: (key) => act('key', 'k', [keyed('keyUp', key)]),
    async type(text) {
      for (const key of text) await keyboard.press(key);
    },
  };
  const point = (...actions) => act('pointer', 'm', actions, { parameters: { pointerType: 'mouse' } });
  const mouse = {
    move: (x, y) => point({ type: 'pointerMove', duration: 0, x, y }),
    down: ({ button = 'left' } = {}) => point({ type: 'pointerDown', button: buttons[button] }),
    up: ({ button = 'left' } = {}) => point({ type: 'pointerUp', button: buttons[button] }),
    async click(x, y, options) {
      await mouse.move(x, y);
      await mouse.down(options);
      await mouse.up(options);
    },
    reset: () => call('DELETE', '/actions'),
  };
  return {
    keyboard,
    mouse,
    async setViewport({ width, height }) {
      const script = 'return [outerWidth - innerWidth, outerHeight - innerHeight]';
      const [wider, higher] = await call('POST', '/execute/sync', { script, args: [] });
      await call('POST', '/window/rect', { width: width + wider, height: height + higher });
    },
    screenshot: async () => Buffer.from(await call('GET', '/screenshot'), 'base64'),
    emulateMediaFeatures() {
      throw new Error('WebKitWebDriver cannot do that.');
    },
  };
}

/** The launcher; one page at a time. */
export function webkitLauncher({ binary = findMiniBrowser(), driver = 'WebKitWebDriver' } = {}) {
  const started = [];
  const active = new Map();
  let base;
  let sound;
  const call = async (method, path, body) => {
    const response = await fetch(base + path, { method, ...(body && { body: JSON.stringify(body) }) });
    const { value } = await response.json();
    if (!response.ok) throw new Error(`WebKit: ${value?.error}: ${value?.message}`);
    return value;
  };
  const page = pageOf((...args) => call(...args));

  async function open() {
    if (!binary) throw new Error(miniBrowserHelp);
    const { DISPLAY, WAYLAND_DISPLAY } = process.env;
    const screen = DISPLAY || WAYLAND_DISPLAY ? {} : { DISPLAY: await startScreen(started) };
    sound = await startSoundCard();
    const env = { ...process.env, ...screen, ...sound.env };
    const { port } = await nextFreePort(47_100);
    started.push(spawn(driver, [`--port=${port}`], { stdio: 'ignore', env }));
    const origin = `http://127.0.0.1:${port}`;
    await answered(origin);
    base = `${origin}/session`;
    const options = { binary, args: switches };
    const { sessionId } = await call('POST', '', {
      capabilities: { alwaysMatch: { browserName: 'MiniBrowser', 'webkitgtk:browserOptions': options } },
    });
    base += `/${sessionId}`;
  }

  return {
    name: 'WebKit',
    type: 'puppeteer',
    concurrency: 1,
    getPage: () => page,
    async startSession(id, url) {
      if (!base) await open();
      active.set(id, url);
      await call('POST', '/url', { url });
    },
    startDebugSession: () => Promise.reject(new Error('WebKit is not debugged from here.')),
    isActive: (id) => active.has(id),
    getBrowserUrl: (id) => active.get(id),
    async stopSession(id) {
      await call('POST', '/url', { url: 'about:blank' });
      active.delete(id);
      return {};
    },
    async stop() {
      if (base) await call('DELETE', '').catch(() => undefined);
      for (const process of started.reverse()) process.kill();
      sound?.stop();
      base = undefined;
    },
  };
}
