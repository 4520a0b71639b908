import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { build } from 'esbuild';

const source = `
import { Room } from 'livekit-client';
const connect = { rtcConfig: { iceServers: [] } };
const microphone = async () => (await navigator.mediaDevices.getUserMedia({ audio: true })).getAudioTracks()[0];
const room = () => {
  const made = new Room({ adaptiveStream: true, dynacast: true });
  made.on('trackSubscribed', (track) => track.kind === 'audio' && track.attach());
  return made;
};
/** What a straightforward application does on a click: connect, get the microphone, publish. */
window.bareJoin = async (url, token) => {
  const at = performance.timeOrigin + performance.now();
  const made = room();
  await made.connect(url, token, connect);
  await made.localParticipant.publishTrack(await microphone(), { source: 'microphone' });
  window.bareRoom = made;
  return at;
};
window.bareLeave = () => window.bareRoom?.disconnect();
`;

declare global {
  interface Window {
    bareJoin(url: string, token: string): Promise<number>;
    bareLeave(): Promise<void>;
  }
}

/** Serves a page that uses livekit-client with nothing around it: what our elements are compared with. */
export async function serveBarePage(): Promise<{ url: string; close(): void }> {
  const { outputFiles } = await build({
    stdin: { contents: source, resolveDir: process.cwd() },
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    minify: true,
  });
  const script = outputFiles[0]?.contents ?? new Uint8Array();
  const server = createServer((request, response) => {
    const isScript = request.url === '/bare.js';
    response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html; charset=utf-8');
    response.end(
      isScript ? script : '<!doctype html><html lang="en"><title>bare</title><script src="/bare.js"></script></html>',
    );
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, close: () => server.close() };
}
