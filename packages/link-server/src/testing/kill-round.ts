import { startServerProcess } from './demo-process.js';
import { countLost, makeLinks } from './make-links.js';

export interface KillRound {
  /** Links whose making the server had answered. */
  readonly acknowledged: number;
  /** Those of them that are not there after the restart. */
  readonly lost: number;
}

/** Kills a server in the middle of a load, after so many links, restarts it and looks for each. */
export async function killRound(folder: string, links: number): Promise<KillRound> {
  const first = await startServerProcess(folder);
  const codes: string[] = [];
  await makeLinks(first.url, (code) => {
    codes.push(code);
    if (codes.length === links) first.child.kill('SIGKILL');
  });
  await first.exit;
  const second = await startServerProcess(folder);
  const lost = await countLost(second.url, codes);
  second.child.kill('SIGKILL');
  await second.exit;
  return { acknowledged: codes.length, lost };
}
