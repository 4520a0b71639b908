import { expect, waitUntil } from '@open-wc/testing';
import type { CcCallLink } from './elements/call-link/call-link.js';
import { wordsOf } from './testing/mount-link.js';

describe('the link page', () => {
  it('shows the link of its path, in a language of the reader, and writes no markup', async () => {
    const [path, send] = [location.href, globalThis.fetch];
    const asked: string[] = [];
    globalThis.fetch = (input) => {
      asked.push(input instanceof Request ? input.url : String(input));
      const problem = { type: 'x', title: 'x', status: 410, code: 'link_unavailable', detail: 'x' };
      return Promise.resolve(new Response(JSON.stringify(problem), { status: 410 }));
    };
    history.replaceState(null, '', '/j/abcdefghijklmnopqrstuQ.');
    try {
      await import('./page.js');
      const found = () => document.querySelector<CcCallLink>('main > cc-call-link');
      await waitUntil(found);
      const link = found()!;
      expect(link.code).to.equal('abcdefghijklmnopqrstuQ');
      expect(link.page).to.equal(true);
      expect(document.documentElement.lang).to.match(/^en/);
      const notice = () => link.shadowRoot?.querySelector('cc-link-notice')?.shadowRoot?.querySelector('h1');
      await waitUntil(() => wordsOf(notice()) === 'This link is not available', 'the notice', { timeout: 6_000 });
      expect(asked).to.deep.equal([`${location.origin}/v1/join/abcdefghijklmnopqrstuQ`]);
      expect(document.title).to.equal('This link is not available');
    } finally {
      document.querySelector('main')?.remove();
      history.replaceState(null, '', path);
      globalThis.fetch = send;
    }
  });
});
