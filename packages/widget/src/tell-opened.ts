import { routePath } from '@carillon/contract';

/**
 * Tells the server, once, that a person has the link before them: at the first touch or key, which robots and previews
 * never give. It is what whoever shared the link sees as "opened"; nothing of the link depends on it.
 */
export function tellOpened(code: string, page: EventTarget = window): void {
  const seen = new AbortController();
  const tell = () => {
    seen.abort();
    const headers = { 'content-type': 'application/json' };
    void fetch(routePath('POST /v1/join/:code/opened', { params: { code } }), {
      method: 'POST',
      headers,
      body: '{}',
      keepalive: true,
    }).catch(() => undefined);
  };
  for (const type of ['pointerdown', 'keydown']) page.addEventListener(type, tell, { signal: seen.signal });
}
