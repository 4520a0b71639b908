import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** What a line does with bytes: pass them on as they are or changed, or break instead. */
type Line = (bytes: Buffer) => Buffer | 'break' | 'keep';

/** A line to PostgreSQL that can be disturbed: connections are real, and so is what answers. */
export interface PostgresqlProxy {
  readonly url: string;
  /** How many lines are open. */
  readonly connections: number;
  /** What happens to bytes on their way there, from now on; they pass where nothing is said. `keep` lets them vanish. */
  asked: Line;
  /** What happens to bytes on their way back. */
  answered: Line;
  close(): Promise<void>;
}

const pass: Line = (bytes) => bytes;

/** Listens on a port of this machine for a PostgreSQL whose address names a folder with its socket. */
export async function startPostgresqlProxy(url: string): Promise<PostgresqlProxy> {
  const { hostname, username, pathname } = new URL(url);
  const path = `${decodeURIComponent(hostname)}/.s.PGSQL.5432`;
  const sockets = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(path);
    for (const socket of [near, far]) sockets.add(socket.on('error', () => undefined));
    const end = () => [near, far].forEach((socket) => sockets.delete(socket.destroy()));
    near.on('close', end);
    far.on('close', end);
    const carry = (line: () => Line, to: Socket) => (bytes: Buffer) => {
      const carried = line()(bytes);
      if (carried === 'break') end();
      else if (carried !== 'keep') to.write(carried);
    };
    near.on(
      'data',
      carry(() => proxy.asked, far),
    );
    far.on(
      'data',
      carry(() => proxy.answered, near),
    );
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const proxy: PostgresqlProxy = {
    url: `postgresql://${username}@127.0.0.1:${port}${pathname}`,
    get connections() {
      return sockets.size / 2;
    },
    asked: pass,
    answered: pass,
    async close() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
  return proxy;
}

/** PostgreSQL's word to a session that it ends, as it is on the line. */
export function lastWord(code: string): Buffer {
  const fields = `SFATAL\0VFATAL\0C${code}\0Mended by a test\0\0`;
  const message = Buffer.alloc(5 + fields.length);
  message.write('E');
  message.writeInt32BE(4 + fields.length, 1);
  message.write(fields, 5);
  return message;
}
