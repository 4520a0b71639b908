/** Where the browsers of the tests are, and how they are started. Nothing here downloads anything. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { onPath } from './on-path.mjs';

const known = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/microsoft-edge',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:/Program Files/Google/Chrome/Application/chrome.exe',
  'C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe',
];

/** CHROME_PATH, then the usual places of Chromium, Chrome and Edge, then PATH. */
export function findChromium(env = process.env) {
  return (
    [env.CHROME_PATH, ...known].find((path) => path && existsSync(path)) ??
    onPath('chromium', env) ??
    onPath('google-chrome', env)
  );
}

/** What to tell a person who has none. */
export const chromiumHelp =
  'No Chromium found. Install it (Debian, Ubuntu: sudo apt-get install chromium) or set CHROME_PATH to a Chromium, Chrome or Edge.';

/**
 * Fake devices that nobody has to allow, sound without a gesture, nothing sent in the background. With mDNS names off,
 * media between two contexts goes over loopback addresses, so that a test needs no network.
 */
export const chromiumArgs = [
  ...(process.getuid?.() === 0 || process.env.CI ? ['--no-sandbox'] : []),
  '--disable-dev-shm-usage',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-features=WebRtcHideLocalIpsWithMdns',
  '--use-fake-device-for-media-stream',
  '--use-fake-ui-for-media-stream',
  '--autoplay-policy=no-user-gesture-required',
];

/** Background effects need WebGL, also on a machine without a graphics card. Everything is drawn more slowly by it. */
export const chromiumArgsWithWebGl = [...chromiumArgs, '--use-angle=swiftshader', '--enable-unsafe-swiftshader'];

/** FIREFOX_PATH, then the usual places of Firefox, then PATH. */
export function findFirefox(env = process.env) {
  const usual = ['/usr/bin/firefox-esr', '/usr/bin/firefox', '/Applications/Firefox.app/Contents/MacOS/firefox'];
  return [env.FIREFOX_PATH, ...usual].find((path) => path && existsSync(path)) ?? onPath('firefox', env);
}

/** What to tell a person who has none. */
export const firefoxHelp =
  'No Firefox found. Install it (Debian, Ubuntu: sudo apt-get install firefox-esr) or set FIREFOX_PATH.';

/** Fake devices that nobody has to allow, sound without a gesture, nothing sent in the background. */
export const firefoxPrefs = {
  'media.navigator.permission.disabled': true,
  'media.navigator.streams.fake': true,
  'media.autoplay.default': 0,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'media.gmp-manager.updateEnabled': false,
};

/** WEBKIT_MINIBROWSER, then the places where Debian has WebKitGTK's small browser, newest first. */
export function findMiniBrowser(env = process.env, libraries = '/usr/lib') {
  if (env.WEBKIT_MINIBROWSER) return env.WEBKIT_MINIBROWSER;
  const machines = existsSync(libraries) ? readdirSync(libraries) : [];
  return machines
    .flatMap((machine) =>
      ['webkitgtk-6.0', 'webkit2gtk-4.1', 'webkit2gtk-4.0'].map((kind) =>
        join(libraries, machine, kind, 'MiniBrowser'),
      ),
    )
    .find((path) => existsSync(path));
}

/** What to tell a person who has none. */
export const miniBrowserHelp =
  'No WebKitGTK found. Install it (Debian, Ubuntu: sudo apt-get install webkit2gtk-driver xvfb) or set WEBKIT_MINIBROWSER.';
