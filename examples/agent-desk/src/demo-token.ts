import { ApiClient } from '@carillon/call';
import { DemoToken } from '@carillon/contract';

/**
 * Signs a demo agent in. A real CRM asks its own back end here for a JWT of the agent who is signed in; the demo issuer
 * does not run in production. @throws {ApiError} for an agent whom the demo does not have
 */
export async function fetchDemoToken(server: string, agent: string): Promise<string> {
  const name = 'POST /v1/demo/agents/:key/token';
  const { token } = await new ApiClient({ server }).send(name, { params: { key: agent }, body: {}, answer: DemoToken });
  return token;
}
