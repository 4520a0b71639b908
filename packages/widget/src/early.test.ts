import { expect } from '@open-wc/testing';
import { routePath } from '@carillon/contract';
import { openEarlyPage, type EarlyPage } from './testing/early-page.js';

const code = 'abcdefghijklmnopqrstuQ';

describe('the first script of the link page', () => {
  let page: EarlyPage;
  afterEach(() => {
    page.close();
    localStorage.removeItem(`cc-link:${code}`);
  });

  it('asks what the link is, at the address that the page would ask', async () => {
    const url = location.origin + routePath('GET /v1/join/:code', { params: { code } });
    page = await openEarlyPage(`/j/${code}`);
    expect(page.asked).to.deep.equal([`GET ${url}`]);
    expect(page.window.ccEarly?.url).to.equal(url);
  });

  it('leaves a call that goes on to the page, which has its secret', async () => {
    localStorage.setItem(`cc-link:${code}`, '{}');
    page = await openEarlyPage(`/j/${code}`);
    expect(page.asked).to.deep.equal([]);
    expect(page.window.ccEarly).to.equal(undefined);
  });

  for (const path of ['/j/', '/', `/j/${code}.`, `/j/${code}/more`, '/j/100%'])
    it(`asks for nothing at ${path}`, async () => {
      page = await openEarlyPage(path);
      expect(page.asked).to.deep.equal([]);
    });
});
