import { routes, type AgentAccount, type AgentAccountList, type Queue, type QueueList } from '@carillon/contract';
import { apiAgent } from './api.js';

/** The company as its administrator changes it from somewhere else, while people work. */
export async function company(server: string) {
  const { send } = await apiAgent(server, 'ana');
  const done = async <T>(method: string, path: string, body?: unknown): Promise<T> => {
    const answer = await send<T>(method, path, body);
    if (answer.status >= 400) throw new Error(`${method} ${path}: ${answer.status} ${answer.body.code}`);
    return answer.body;
  };
  const agents = async () => (await done<AgentAccountList>('GET', routes.agents)).agents;
  const agentNamed = async (name: string): Promise<AgentAccount> => {
    const found = (await agents()).find((one) => one.name === name);
    if (!found) throw new Error(`nobody is called ${name}`);
    return found;
  };
  return {
    queue: (body: object) => done<Queue>('POST', routes.queues, body),
    /** Changes a queue by its name. */
    async changeQueue(name: string, change: object) {
      const { queues } = await done<QueueList>('GET', routes.queues);
      const queue = queues.find((one) => one.name === name);
      if (!queue) throw new Error(`no queue is called ${name}`);
      return done<Queue>('PATCH', routes.queue(queue.id), { version: queue.version, ...change });
    },
    agentNamed,
    hire: (body: object) => done<AgentAccount>('POST', routes.agents, body),
    /** Lets an agent work in one more queue. */
    async assign(name: string, queueId: string) {
      const { id, version, queueIds } = await agentNamed(name);
      await done('PATCH', routes.agent(id), { version, queueIds: [...queueIds, queueId] });
    },
  };
}
