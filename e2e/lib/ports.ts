import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { createServer } from 'node:net';

/** Below the ports that systems hand out by themselves (32768 and up on Linux), so that no connection takes one. */
const [lowest, count] = [20_000, 10_000];
/** What was handed out already: nobody may listen there yet. */
const taken = new Set<number>();

async function freePort(isFree: (port: number) => Promise<boolean>): Promise<number> {
  for (let tries = 0; tries < 100; tries++) {
    const port = lowest + Math.floor(Math.random() * count);
    if (taken.has(port)) continue;
    taken.add(port);
    if (await isFree(port)) return port;
  }
  throw new Error('no free port found on loopback');
}

/** A free loopback TCP port that is given to nobody else in this process. */
export const freeTcpPort = (): Promise<number> =>
  freePort(async (port) => {
    const server = createServer();
    const free = once(server, 'listening').then(
      () => true,
      () => false,
    );
    server.listen(port, '127.0.0.1');
    if (!(await free)) return false;
    server.close();
    await once(server, 'close');
    return true;
  });

/** A free loopback UDP port that is given to nobody else in this process. */
export const freeUdpPort = (): Promise<number> =>
  freePort(async (port) => {
    const socket = createSocket('udp4');
    const free = once(socket, 'listening').then(
      () => true,
      () => false,
    );
    socket.bind(port, '127.0.0.1');
    const isFree = await free;
    if (isFree) socket.close();
    return isFree;
  });
