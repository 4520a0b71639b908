import { routes } from '@carillon/contract';

/**
 * Signs a demo agent in. A real CRM asks its own back end here for a JWT of the agent who is signed in; the demo issuer
 * does not run in production.
 */
export async function fetchDemoToken(server: string, agent: string): Promise<string> {
  const response = await fetch(server + routes.demoToken(agent), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{}',
  });
  const answer = (await response.json()) as { readonly token?: string; readonly detail?: string };
  if (!response.ok || answer.token === undefined) throw new Error(answer.detail ?? 'The demo agent is not known.');
  return answer.token;
}
