import { expect } from '@open-wc/testing';
import { routePath } from '@carillon/contract';

const code = 'abcdefghijklmnopqrstuQ';
let loads = 0;

/** Runs the script as on the page of a path, and returns what it asked for. */
async function onPage(path: string): Promise<string[]> {
  const [here, send] = [location.href, globalThis.fetch];
  const asked: string[] = [];
  globalThis.fetch = (input) => {
    asked.push(input instanceof Request ? input.url : String(input));
    return Promise.reject(new TypeError('offline'));
  };
  history.replaceState(null, '', path);
  try {
    await import(`./early.ts?${loads++}`);
    return asked;
  } finally {
    history.replaceState(null, '', here);
    globalThis.fetch = send;
  }
}

describe('the first script of the link page', () => {
  afterEach(() => {
    window.ccEarly = undefined;
    localStorage.removeItem(`cc-link:${code}`);
  });

  it('asks what the link is, at the address that the page would ask', async () => {
    const url = location.origin + routePath('GET /v1/join/:code', { params: { code } });
    expect(await onPage(`/j/${code}`)).to.deep.equal([url]);
    expect(window.ccEarly?.url).to.equal(url);
  });

  it('leaves a call that goes on to the page, which has its secret', async () => {
    localStorage.setItem(`cc-link:${code}`, '{}');
    expect(await onPage(`/j/${code}`)).to.deep.equal([]);
    expect(window.ccEarly).to.equal(undefined);
  });

  for (const path of ['/j/', '/', `/j/${code}.`, `/j/${code}/more`, '/j/100%'])
    it(`asks for nothing at ${path}`, async () => expect(await onPage(path)).to.deep.equal([]));
});
