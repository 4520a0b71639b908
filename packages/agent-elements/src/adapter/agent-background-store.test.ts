import { BrowserBackgroundStore, unknownEffect, type Clock, type Effect } from '@carillon/call';
import { expect } from '@open-wc/testing';
import { FakeBackgroundServer, problem } from '../testing/fake-background-server.js';
import { AgentBackgroundStore } from './agent-background-store.js';
import { LinkServerDesk } from './link-server-desk.js';

const blur: Effect = { background: 'blur', strength: 3, faceTrace: false, imageId: null };
const none: Effect = { ...blur, background: 'none' };
const beach = { id: 'of-the-browser', name: 'Beach', blob: new Blob(['beach'], { type: 'image/jpeg' }) };

const choiceRoute = '/v1/agent/background';
const imagesRoute = '/v1/agent/background/images';
/** A network that swallows requests. */
const never = () => new Promise<Response>(() => undefined);
const broken = () => Promise.resolve(problem('internal', 500));

/** A clock that a test moves. */
class HandClock implements Clock {
  #now = 0;
  readonly #timers = new Map<() => void, number>();
  now = () => this.#now;
  get waiting() {
    return this.#timers.size;
  }
  after(ms: number, callback: () => void) {
    this.#timers.set(callback, this.#now + ms);
    return () => void this.#timers.delete(callback);
  }
  advance(ms: number) {
    this.#now += ms;
    for (const [callback, at] of this.#timers) if (at <= this.#now) callback();
  }
}

const made: string[] = [];
function newAgent(): string {
  const id = `agt_${crypto.randomUUID().replaceAll('-', '').slice(0, 22)}`;
  made.push(id);
  return id;
}

/** A server, and pages of agents on it in this browser. */
function world() {
  const server = new FakeBackgroundServer();
  const clock = new HandClock();
  /** The agent's page, just loaded. */
  const page = (agentId: string) =>
    new AgentBackgroundStore(
      new LinkServerDesk({
        server: 'https://calls.example',
        token: () => Promise.resolve(agentId),
        fetch: server.fetch,
      }),
      clock,
    );
  const arrived = (count: number) => until(() => server.asked.filter((name) => name.startsWith('PUT')).length >= count);
  return { server, clock, page, ana: newAgent(), arrived };
}

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve));
}

/** What a browser has of an agent: gone, as in another browser of theirs. */
function elsewhere(agentId: string): void {
  localStorage.removeItem(`carillon:${agentId}:background`);
  indexedDB.deleteDatabase(`carillon:${agentId}`);
}
/** Once this browser has written down that the server has it. */
const kept = (agentId: string, effect: Effect) =>
  until(() => localStorage.getItem(`carillon:${agentId}:background`) === JSON.stringify(effect));
const copyOf = (agentId: string) => new BrowserBackgroundStore(`carillon:${agentId}`);

describe('an agent’s background, with the link-server (BGD-3)', () => {
  afterEach(async () => {
    for (const id of made.splice(0)) elsewhere(id);
    localStorage.removeItem('carillon:background');
    const browser = new BrowserBackgroundStore();
    for (const { id } of await browser.images()) await browser.removeImage(id);
  });

  it('is nothing while nobody ever chose', async () => {
    const { page, ana } = world();
    expect(await page(ana).loadEffect()).to.equal(null);
  });

  it('is chosen in one browser, and there in another one', async () => {
    const { server, clock, page, ana, arrived } = world();
    await page(ana).saveEffect(blur);
    await arrived(1);
    expect(server.of(ana).choice).to.deep.equal(blur);
    await kept(ana, blur);
    elsewhere(ana);
    expect(await page(ana).loadEffect()).to.deep.equal(blur);
    // Nobody waits any more.
    await until(() => clock.waiting === 0);
    expect(await copyOf(ana).loadEffect(), 'and a copy of it is there').to.deep.equal(blur);
    server.of(ana).choice = none;
    expect(await page(ana).loadEffect(), 'chosen elsewhere since').to.deep.equal(none);
  });

  it('is nobody else’s, in the same browser either', async () => {
    const { server, clock, page, ana, arrived } = world();
    const ben = newAgent();
    await page(ana).saveEffect(blur);
    await arrived(1);
    expect(await page(ben).loadEffect()).to.equal(null);
    server.instead = broken;
    expect(await page(ben).loadEffect(), 'nothing is known of them').to.deep.equal(unknownEffect);
    expect(clock.now()).to.equal(0);
  });

  it('is waited for, and after three seconds it is what this browser knows', async () => {
    const { server, clock, page, ana, arrived } = world();
    const store = page(ana);
    await store.saveEffect(blur);
    await arrived(1);
    await until(() => localStorage.getItem(`carillon:${ana}:background`) === JSON.stringify(blur));
    server.instead = never;
    let said: unknown = 'nothing yet';
    const loading = store.loadEffect().then((effect) => (said = effect));
    await until(() => server.asked.at(-1) === `GET ${choiceRoute}`);
    clock.advance(2_999);
    await Promise.resolve();
    expect(said).to.equal('nothing yet');
    clock.advance(1);
    expect(await loading).to.deep.equal(blur);
  });

  it('is blur where nobody answers and nothing is known: something may have been chosen', async () => {
    const { server, clock, page, ana } = world();
    server.of(ana).choice = blur;
    server.instead = never;
    const loading = page(ana).loadEffect();
    await until(() => server.asked.length === 1);
    clock.advance(3_000);
    expect(await loading).to.deep.equal(unknownEffect);
  });

  it('is sent later where it could not be sent, and counts until then', async () => {
    const { server, page, ana, arrived } = world();
    server.of(ana).choice = none;
    server.instead = broken;
    await page(ana).saveEffect(blur);
    await arrived(1);
    server.instead = () => undefined;
    expect(await page(ana).loadEffect(), 'a page later').to.deep.include(blur);
    await until(() => server.of(ana).choice?.background === 'blur');
    await until(() => localStorage.getItem(`carillon:${ana}:background`) === JSON.stringify(blur));
  });

  it('is not sent again where the server will never take it', async () => {
    const { server, page, ana, arrived } = world();
    const gone: Effect = { ...blur, background: 'image', imageId: `bgi_${'9'.repeat(22)}` };
    server.instead = (asked) =>
      asked.startsWith('PUT') ? Promise.resolve(problem('invalid_request', 400)) : undefined;
    await page(ana).saveEffect(gone);
    await arrived(1);
    await until(() => localStorage.getItem(`carillon:${ana}:background`) === JSON.stringify(gone));
    server.of(ana).choice = none;
    expect(await page(ana).loadEffect()).to.deep.equal(none);
  });

  it('is the last that was chosen, however long the one before is on its way', async () => {
    const { server, page, ana, arrived } = world();
    const store = page(ana);
    let pass: (go: undefined) => void = () => undefined;
    const first = new Promise<undefined>((resolve) => (pass = resolve));
    server.instead = () => {
      server.instead = () => undefined;
      return first.then(broken);
    };
    await store.saveEffect(none);
    await store.saveEffect({ ...blur, strength: 1 });
    await store.saveEffect(blur);
    await arrived(1);
    pass(undefined);
    await until(() => server.of(ana).choice !== null);
    expect([server.of(ana).choice, server.asked.length], 'the one in between is not sent').to.deep.equal([blur, 2]);
  });

  it('is what was chosen while the server was asked', async () => {
    const { server, page, ana } = world();
    const store = page(ana);
    let answer: (response: Response) => void = () => undefined;
    server.instead = (asked) =>
      asked.startsWith('GET') ? new Promise<Response>((resolve) => (answer = resolve)) : undefined;
    const loading = store.loadEffect();
    await until(() => server.asked.length === 1);
    await store.saveEffect(blur);
    answer(new Response(JSON.stringify({ choice: none })));
    expect(await loading).to.deep.equal(blur);
  });

  it('is not taken for sent when an older one arrives', async () => {
    const { server, page, ana, arrived } = world();
    const store = page(ana);
    const answers: ((response: Response) => void)[] = [];
    server.instead = () => new Promise<Response>((resolve) => answers.push(resolve));
    await store.saveEffect(none);
    await arrived(1);
    await store.saveEffect(blur);
    answers[0]?.(new Response(JSON.stringify({ choice: none })));
    await arrived(2);
    expect(await copyOf(ana).loadEffect()).to.deep.equal({ ...blur, unsent: true });
  });

  it('is what a browser kept before where the server cannot be asked', async () => {
    const { server, page, ana } = world();
    await new BrowserBackgroundStore().saveEffect(blur);
    server.instead = broken;
    expect(await page(ana).loadEffect()).to.deep.equal(blur);
  });

  it('is kept apart where another agent goes on in the same page', async () => {
    const { server, ana } = world();
    const ben = newAgent();
    let who = ana;
    const desk = { server: 'https://calls.example', token: () => Promise.resolve(who), fetch: server.fetch };
    const store = new AgentBackgroundStore(new LinkServerDesk(desk));
    server.of(ana).choice = blur;
    expect(await store.loadEffect()).to.deep.equal(blur);
    who = ben;
    server.instead = () => {
      server.instead = () => undefined;
      return Promise.resolve(problem('session_expired', 401));
    };
    await store.images();
    server.of(ben).choice = none;
    expect(await store.loadEffect()).to.deep.equal(none);
    expect([await copyOf(ana).loadEffect(), await copyOf(ben).loadEffect()]).to.deep.equal([blur, none]);
  });

  it('that a browser kept before goes to a server that knows of none, and to no other', async () => {
    const { server, page, ana, arrived } = world();
    await new BrowserBackgroundStore().saveEffect(blur);
    expect(await page(ana).loadEffect()).to.deep.equal(blur);
    await arrived(1);
    expect(server.of(ana).choice).to.deep.equal(blur);
    const ben = newAgent();
    server.of(ben).choice = none;
    expect(await page(ben).loadEffect()).to.deep.equal(none);
  });
});

describe('an agent’s own pictures, with the link-server (BGD-3)', () => {
  afterEach(async () => {
    for (const id of made.splice(0)) elsewhere(id);
    const browser = new BrowserBackgroundStore();
    for (const { id } of await browser.images()) await browser.removeImage(id);
  });

  const offered = async (store: AgentBackgroundStore) => (await store.images()).map(({ id, name }) => [id, name]);

  it('are added in one browser and offered in another one, fetched once', async () => {
    const { server, page, ana } = world();
    const id = await page(ana).addImage(beach);
    expect(server.of(ana).images.get(id)?.name).to.equal('Beach');
    expect(await offered(page(ana))).to.deep.equal([[id, 'Beach']]);
    expect(server.asked.includes(`GET ${imagesRoute}/${id}`), 'here is a copy').to.equal(false);
    elsewhere(ana);
    const [found] = await page(ana).images();
    expect([found?.id, await found?.blob.text()]).to.deep.equal([id, 'beach']);
    for (let i = 0; i < 2; i++) await page(ana).images();
    expect(server.asked.filter((name) => name === `GET ${imagesRoute}/${id}`).length).to.equal(1);
  });

  it('are offered without one whose bytes cannot be had just now', async () => {
    const { server, page, ana } = world();
    const [one, two] = [await page(ana).addImage(beach), await page(ana).addImage(beach)];
    elsewhere(ana);
    server.instead = (asked) => (asked.endsWith(one) ? broken() : undefined);
    expect(await offered(page(ana))).to.deep.equal([[two, 'Beach']]);
    server.instead = () => undefined;
    expect(await offered(page(ana))).to.deep.equal([
      [one, 'Beach'],
      [two, 'Beach'],
    ]);
  });

  it('are those that this browser kept before where nobody is signed in', async () => {
    await new BrowserBackgroundStore().addImage(beach);
    const store = new AgentBackgroundStore(
      new LinkServerDesk({ server: 'https://calls.example', token: () => Promise.reject(new Error()) }),
    );
    expect(await offered(store)).to.deep.equal([[beach.id, 'Beach']]);
  });

  it('are added and shown where this browser has no room for a copy', async () => {
    const { server, page, ana } = world();
    const { put } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('', 'QuotaExceededError');
    };
    try {
      const id = await page(ana).addImage(beach);
      expect(server.of(ana).images.has(id)).to.equal(true);
      expect(await (await page(ana).image(id))?.text()).to.equal('beach');
    } finally {
      IDBObjectStore.prototype.put = put;
    }
  });

  it('are nobody else’s, in the same browser either', async () => {
    const { page, ana } = world();
    const id = await page(ana).addImage(beach);
    const ben = newAgent();
    expect(await offered(page(ben))).to.deep.equal([]);
    expect(await page(ben).image(id)).to.equal(null);
  });

  it('go without a name that cannot be said', async () => {
    const { server, page, ana } = world();
    for (const name of ['', 'a/b', '\ud800']) {
      const id = await page(ana).addImage({ ...beach, name });
      expect(server.of(ana).images.get(id)?.name).to.equal('');
    }
  });

  it('are had one by one', async () => {
    const { server, page, ana } = world();
    const id = await page(ana).addImage(beach);
    elsewhere(ana);
    expect(await (await page(ana).image(id))?.text()).to.equal('beach');
    server.instead = broken;
    expect(await (await page(ana).image(id))?.text(), 'of the copy').to.equal('beach');
    const other = await page(ana)
      .image(`bgi_${'8'.repeat(22)}`)
      .catch((error: unknown) => (error as Error).message);
    expect(other).to.equal('The server answered 500.');
  });

  it('are those of the copy while the server does not answer', async () => {
    const { server, page, ana } = world();
    const id = await page(ana).addImage(beach);
    server.instead = broken;
    expect(await offered(page(ana))).to.deep.equal([[id, 'Beach']]);
  });

  it('are those of the copy after three seconds, where a network swallows the question', async () => {
    const { server, clock, page, ana } = world();
    const id = await page(ana).addImage(beach);
    server.instead = never;
    const listing = offered(page(ana));
    await until(() => server.asked.at(-1) === `GET ${imagesRoute}`);
    clock.advance(3_000);
    expect(await listing).to.deep.equal([[id, 'Beach']]);
  });

  it('are gone everywhere once they are removed, and stay where that fails', async () => {
    const { server, page, ana } = world();
    const [one, two] = [await page(ana).addImage(beach), await page(ana).addImage(beach)];
    server.instead = broken;
    const refused = await page(ana)
      .removeImage(one)
      .catch((error: unknown) => (error as { code?: string }).code);
    expect(refused).to.equal('internal');
    server.instead = () => undefined;
    await page(ana).removeImage(one);
    expect((await copyOf(ana).images()).map(({ id }) => id)).to.deep.equal([two]);
    expect(await offered(page(ana))).to.deep.equal([[two, 'Beach']]);
    server.of(ana).images.delete(two);
    expect(await offered(page(ana)), 'removed elsewhere').to.deep.equal([]);
    expect(await copyOf(ana).images()).to.deep.equal([]);
    await page(ana).removeImage(two);
  });

  it('are offered beside those that this browser kept before, which never leave it', async () => {
    const { server, page, ana } = world();
    await new BrowserBackgroundStore().addImage(beach);
    const id = await page(ana).addImage({ ...beach, name: 'Hall' });
    expect(await offered(page(ana))).to.deep.equal([
      [beach.id, 'Beach'],
      [id, 'Hall'],
    ]);
    expect(await (await page(ana).image(beach.id))?.text()).to.equal('beach');
    await page(ana).removeImage(beach.id);
    expect(await offered(page(ana))).to.deep.equal([[id, 'Hall']]);
    expect([server.of(ana).images.size, server.asked.some((name) => name.includes(beach.id))]).to.deep.equal([
      1,
      false,
    ]);
  });
});
