import { BackgroundChoice, type BackgroundImage } from '@carillon/contract';
import { anAgent } from './desk-fixtures.js';

const json = (body: unknown, status = 200) =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });
export const problem = (code: string, status: number) =>
  json({ type: 'about:blank', title: code, status, code, detail: code }, status);

interface Kept {
  choice: BackgroundChoice | null;
  readonly images: Map<string, BackgroundImage & { readonly blob: Blob }>;
}

/** The routes of agents' backgrounds as a link-server has them, spoken to by `fetch`. Each agent has their own. */
export class FakeBackgroundServer {
  readonly kept = new Map<string, Kept>();
  /** Every request but for signing in, as `PUT /v1/agent/background`. */
  readonly asked: string[] = [];
  /** What to answer in place of the server; undefined lets it answer itself. */
  instead: (asked: string) => Promise<Response> | undefined = () => undefined;
  #ids = 0;

  of(agentId: string): Kept {
    const kept = this.kept.get(agentId) ?? { choice: null, images: new Map<string, never>() };
    this.kept.set(agentId, kept);
    return kept;
  }

  /** The bearer is the agent's id, which the host's token says as well. */
  readonly fetch: typeof fetch = async (input, init = {}) => {
    const { pathname, searchParams } = new URL(input as string);
    const method = init.method ?? 'GET';
    if (pathname === '/v1/agent/session') {
      const { token } = JSON.parse(init.body as string) as { token: string };
      return json({ bearer: token, agent: anAgent({ id: token }), role: 'agent', expiresAt: 2, serverNow: 1 });
    }
    const name = `${method} ${pathname}`;
    this.asked.push(name);
    const other = this.instead(name);
    if (other) return other;
    const bearer = new Headers(init.headers).get('authorization');
    const own = this.of(bearer?.replace('Bearer ', '') ?? '');
    const id = pathname.split('/')[5];
    if (name === 'PUT /v1/agent/background')
      own.choice = BackgroundChoice.parse(JSON.parse(init.body as string) as unknown);
    if (pathname === '/v1/agent/background') return json({ choice: own.choice });
    if (id === undefined && method === 'GET')
      return json({ images: [...own.images.values()].map((image) => ({ ...image, blob: undefined })) });
    if (id === undefined) return json(this.#add(own, init.body as Blob, searchParams.get('name') ?? ''), 201);
    const image = own.images.get(id);
    if (!image) return problem('not_found', 404);
    if (method === 'GET') return new Response(image.blob);
    own.images.delete(id);
    return json({ serverNow: 1 });
  };

  #add(own: Kept, blob: Blob, name: string): BackgroundImage {
    const id = `bgi_${String(++this.#ids).padStart(22, '0')}`;
    const image = { id, name, width: 8, height: 8, bytes: blob.size, addedAt: this.#ids };
    own.images.set(id, { ...image, blob });
    return image;
  }
}
