import { randomBytes } from 'node:crypto';
import { request } from 'node:http';
import type { Socket } from 'node:net';

/**
 * Joins a room of a real LiveKit server without media: it opens the signalling connection and listens. Enough for the
 * server to count a participant. Rejects when the server refuses.
 */
export async function joinBySignal(url: string, token: string): Promise<Socket> {
  const query = new URLSearchParams({ access_token: token, protocol: '16', auto_subscribe: '1' });
  const headers = {
    connection: 'upgrade',
    upgrade: 'websocket',
    'sec-websocket-version': '13',
    'sec-websocket-key': randomBytes(16).toString('base64'),
  };
  return await new Promise((resolve, reject) => {
    request(new URL(`/rtc?${query.toString()}`, url), { headers })
      .once('upgrade', (_response, socket: Socket, head) => {
        socket.on('error', () => undefined);
        // Its first message is the join response: from then on the participant is in the room.
        if (head.length) resolve(socket.resume());
        else socket.once('data', () => resolve(socket.resume()));
      })
      .once('response', (response) => {
        response.resume();
        reject(new Error(`refused with ${response.statusCode}`));
      })
      .once('error', reject)
      .end();
  });
}
