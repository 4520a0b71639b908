/** No sign of life from any of an agent's pages; its ref is the agent. */
export const agentTimer = 'agent-presence';
