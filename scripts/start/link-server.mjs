import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { serverMain, widgetBundle } from '../lib/paths.mjs';

/**
 * Starts the link-server; resolves with its address and, in the demo, a customer link and the agents.
 * @param {object} options
 * @param {import('./children.mjs').Children} options.children
 * @param {string} options.folder Its data folder.
 * @param {(reason: string) => void} options.onEnd Told when it ends by itself later.
 */
export async function startLinkServer({
  children,
  folder,
  port,
  media,
  allowedOrigins,
  mediaStatusFile,
  onEnd,
  main = serverMain,
  flags = [],
}) {
  const log = join(folder, 'link-server.log');
  const { child, gone } = children.start(process.execPath, ['--enable-source-maps', ...flags, main], {
    log,
    env: {
      HOST: '127.0.0.1',
      PORT: String(port),
      PUBLIC_URL: `http://127.0.0.1:${port}`,
      DATA_DIR: folder,
      LIVEKIT_URL: media.url,
      LIVEKIT_API_KEY: media.key,
      LIVEKIT_API_SECRET: media.secret,
      ALLOWED_ORIGINS: allowedOrigins.join(','),
      MEDIA_STATUS_FILE: mediaStatusFile,
      WIDGET_DIR: widgetBundle,
      DEMO: '1',
    },
  });
  const events = readEvents(child.stdout);
  const ended = gone.then(({ code, signal, error }) => {
    const reason = `The link-server ended (${error?.message ?? signal ?? `exit code ${code}`}).`;
    return new Error(`${reason}\n${lastLines(log, 12)}`);
  });
  const first = await Promise.race([events.next('listening'), ended.then((error) => Promise.reject(error))]);
  const demo = await Promise.race([events.next('demo'), ended.then((error) => Promise.reject(error))]);
  void ended.then((error) => children.stopping || onEnd(error.message));
  return { url: first.url, customerLink: demo.customerLink, agents: demo.agents ?? demoAgents };
}

const demoAgents = [
  { key: 'ana', name: 'Ana' },
  { key: 'ben', name: 'Ben' },
];

/** The JSON lines of a server's stdout, by the name of their event. Lines that are not JSON are let pass. */
function readEvents(stream) {
  const seen = new Map();
  const waiting = new Map();
  createInterface({ input: stream }).on('line', (line) => {
    let entry;
    try {
      entry = JSON.parse(line);
    } catch {
      return;
    }
    if (typeof entry?.event !== 'string' || seen.has(entry.event)) return;
    seen.set(entry.event, entry);
    waiting.get(entry.event)?.(entry);
  });
  return {
    next: (event) =>
      new Promise((resolve) => (seen.has(event) ? resolve(seen.get(event)) : waiting.set(event, resolve))),
  };
}

function lastLines(file, n) {
  try {
    return readFileSync(file, 'utf8').trimEnd().split('\n').slice(-n).join('\n');
  } catch {
    return '';
  }
}
