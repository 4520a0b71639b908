import { signIn, startServerProcess } from './demo-process.js';

export interface KillRound {
  /** Links and calls whose making the server had answered. */
  readonly acknowledged: number;
  /** Those of them that are not there after the restart. */
  readonly lost: number;
}

const json = { 'content-type': 'application/json' };

/** Makes links by HTTP as fast as a few clients can, kills the server in the middle, restarts it and looks for each. */
export async function killRound(folder: string, links: number): Promise<KillRound> {
  const first = await startServerProcess(folder);
  const headers = { ...json, authorization: `Bearer ${await signIn(first.url, 'ana')}` };
  const codes: string[] = [];
  const client = async () => {
    try {
      for (;;) {
        const body = '{"displayName":"Load"}';
        const answer = await fetch(`${first.url}/v1/links`, { method: 'POST', headers, body });
        const { url } = (await answer.json()) as { url: string };
        if (answer.status === 201) codes.push(new URL(url).pathname.slice(3));
        if (codes.length === links) first.child.kill('SIGKILL');
      }
    } catch {
      // The server is gone: what it has answered until here counts.
    }
  };
  await Promise.all(Array.from({ length: 10 }, client));
  await first.exit;
  const second = await startServerProcess(folder);
  let lost = 0;
  for (const code of codes) if (!(await fetch(`${second.url}/v1/join/${code}`)).ok) lost++;
  second.child.kill('SIGKILL');
  await second.exit;
  return { acknowledged: codes.length, lost };
}
