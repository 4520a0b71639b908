import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { createServer } from 'node:net';

const host = '127.0.0.1';

/** Whether nothing listens on a loopback port. */
export async function isFree(port, kind = 'tcp') {
  const socket = kind === 'udp' ? createSocket('udp4') : createServer();
  try {
    if (kind === 'udp') socket.bind(port, host);
    else socket.listen(port, host);
    await once(socket, 'listening');
    return true;
  } catch {
    return false;
  } finally {
    await new Promise((resolve) => {
      try {
        socket.close(() => resolve());
      } catch {
        resolve(); // it never listened
      }
    });
  }
}

/**
 * The wanted port, or the next free one after it, and which were busy. `taken` are ports that are promised to somebody
 * who does not listen yet.
 */
export async function nextFreePort(wanted, { kind = 'tcp', taken = [], tries = 50 } = {}) {
  const busy = [];
  for (let port = wanted; port < wanted + tries && port < 65536; port++) {
    if (taken.includes(port)) continue;
    if (await isFree(port, kind)) return { port, busy };
    busy.push(port);
  }
  throw new Error(`Ports ${wanted} to ${wanted + tries - 1} are all busy.`);
}
