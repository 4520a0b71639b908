/** Whom the sign-in page offers, and which server the desk works with. */
export interface DeskConfig {
  /** Origin of the link-server. */
  readonly server: string;
  readonly agents: readonly { readonly key: string; readonly name: string }[];
}

const demoAgents: DeskConfig['agents'] = [
  { key: 'ana', name: 'Ana' },
  { key: 'ben', name: 'Ben' },
];

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

const readAgents = (value: unknown): DeskConfig['agents'] => {
  if (!Array.isArray(value)) return demoAgents;
  const agents = value.filter(isObject).map(({ key, name }) => ({ key: String(key), name: String(name ?? key) }));
  return agents.length > 0 ? agents : demoAgents;
};

/** Reads `?server=` or the `config.json` beside the page. Throws where neither names a server. */
export async function readDeskConfig(location: URL = new URL(document.URL)): Promise<DeskConfig> {
  const given = location.searchParams.get('server');
  const file: unknown = await fetch(new URL('config.json', location))
    .then((response) => (response.ok ? response.json() : {}))
    .catch(() => ({}));
  const { server, agents } = isObject(file) ? file : {};
  const chosen = given ?? server;
  if (typeof chosen !== 'string') throw new Error('No server: add ?server=http://127.0.0.1:8787 to the address.');
  return { server: new URL(chosen).origin, agents: readAgents(agents) };
}
