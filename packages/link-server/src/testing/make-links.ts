import { signIn } from './demo-process.js';

/**
 * Makes links by HTTP as fast as a few clients can, until the server is gone. Calls back with each code that the server
 * has answered with.
 */
export async function makeLinks(url: string, acknowledged: (code: string) => void): Promise<void> {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${await signIn(url, 'ana')}` };
  const client = async () => {
    try {
      for (;;) {
        const answer = await fetch(`${url}/v1/links`, { method: 'POST', headers, body: '{"displayName":"Load"}' });
        const link = (await answer.json()) as { url: string };
        if (answer.status === 201) acknowledged(new URL(link.url).pathname.slice(3));
      }
    } catch {
      // The server is gone: what it has answered until here counts.
    }
  };
  await Promise.all(Array.from({ length: 10 }, client));
}

/** How many links a server does not know. */
export async function countLost(url: string, codes: readonly string[]): Promise<number> {
  let lost = 0;
  for (const code of codes) if (!(await fetch(`${url}/v1/join/${code}`)).ok) lost++;
  return lost;
}
