/** What a bare WebSocket server needs for the same events to as many listeners; takes orders over IPC as ours does. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebSocketServer } from 'ws';

const server = createServer();
const sockets = new WebSocketServer({ server, perMessageDeflate: false });
server.listen(0, '127.0.0.1');
await once(server, 'listening');
let n = 0;

async function carryOut(order: { readonly do: 'tell'; readonly times: number } | { readonly do: 'cpu' }) {
  if (order.do === 'cpu') {
    const { user, system } = process.cpuUsage();
    return user + system;
  }
  for (let i = 0; i < order.times; i++) {
    n++;
    // Each is a message of its own, as each of our streams has numbers of its own.
    for (const socket of sockets.clients)
      socket.send(
        JSON.stringify({ n, type: 'conversation', body: { id: 'con_0123456789abcdefghijkl', title: 'x'.repeat(300) } }),
      );
    await new Promise(setImmediate);
  }
  return null;
}
process.on('message', (order: Parameters<typeof carryOut>[0]) => {
  void carryOut(order).then((result) => process.send?.({ result }));
});
process.send?.({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
