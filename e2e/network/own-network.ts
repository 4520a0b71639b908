import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const inside = fileURLToPath(new URL('./inside.ts', import.meta.url));

/** Root makes networks as it likes; anybody else as root of a user namespace of their own, where the system allows it. */
const namespaces = [
  ...(process.getuid?.() === 0 ? [] : ['--user', '--map-root-user']),
  ...['--net', '--pid', '--fork', '--mount-proc', '--kill-child=SIGKILL'],
];

/** Why no network of its own can be had on this machine, or null where one can. */
export function networkTrouble(): string | null {
  if (process.platform !== 'linux') return 'networks that can be cut need the network namespaces of Linux';
  const link = 'ip link set lo up && ip link add probe0 type veth peer name probe1 && nsenter --version';
  const { status, error, stderr } = spawnSync('unshare', [...namespaces, 'sh', '-c', link], { encoding: 'utf8' });
  if (error) return `networks that can be cut need unshare, of util-linux (${error.message})`;
  if (status === 0) return null;
  return `networks that can be cut need root, or user namespaces, and ip, of iproute2 (${stderr.trim()})`;
}

/** What is said to the process inside: an export of a module, and what it is called with. */
export interface Order {
  readonly module: string;
  readonly name: string;
  readonly args: readonly unknown[];
}

export type Reply = { readonly result: unknown } | { readonly error: string };

/**
 * Calls an export of a module in a process with a network of its own, apart from the machine's, and answers what it
 * answers. All that it starts is in its own process namespace and ends with it, also after a failure or a kill; nothing
 * of the network is left. @throws {Error} with the message from inside
 */
export async function inOwnNetwork<T>(module: URL, name: string, ...args: readonly unknown[]): Promise<T> {
  const trouble = networkTrouble();
  if (trouble) throw new Error(trouble);
  const node = [process.execPath, '--conditions=@carillon/source', '--import', 'tsx', inside];
  const child = spawn('unshare', [...namespaces, ...node], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  try {
    const gone = once(child, 'exit').then(() => ({ error: 'the process inside the network has ended' }));
    const reply = once(child, 'message').then(([message]) => message as Reply);
    child.send({ module: module.href, name, args } satisfies Order);
    const answer = await Promise.race([reply, gone]);
    if ('error' in answer) throw new Error(answer.error);
    return answer.result as T;
  } finally {
    child.kill('SIGKILL');
  }
}
