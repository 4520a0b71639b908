import { expect } from '@open-wc/testing';
import { trustedScriptUrl } from './script-url.js';
import { startWorker } from './start-worker.js';

/** Replaces what a page's scope has, for as long as a test runs. */
function withScope<T>(change: Record<string, unknown>, act: () => T): T {
  const scope = globalThis as unknown as Record<string, unknown>;
  const before = Object.fromEntries(Object.keys(change).map((key) => [key, scope[key]]));
  Object.assign(scope, change);
  try {
    return act();
  } finally {
    Object.assign(scope, before);
  }
}

describe('starting the worker', () => {
  const started: [string, WorkerOptions | undefined][] = [];
  class FakeWorker {
    constructor(url: string, options?: WorkerOptions) {
      started.push([String(url), options]);
    }
  }

  it('starts one of our own origin as a module', () => {
    const url = new URL('/effects/worker.js', location.href);
    withScope({ Worker: FakeWorker }, () => startWorker(url));
    expect(started.at(-1)).to.deep.equal([url.href, { type: 'module', name: 'cc-effects' }]);
  });

  it('imports one of another origin into a worker of the page’s own', async () => {
    const blobs: Blob[] = [];
    const later: (() => void)[] = [];
    const { createObjectURL } = URL;
    URL.createObjectURL = (blob: Blob) => {
      blobs.push(blob);
      return createObjectURL.call(URL, blob);
    };
    try {
      withScope({ Worker: FakeWorker, setTimeout: (act: () => void) => later.push(act) }, () => {
        startWorker(new URL('https://cdn.example/effects/worker.js'));
        startWorker(new URL('/effects/worker.js', location.href));
      });
    } finally {
      URL.createObjectURL = createObjectURL;
    }
    const address = started.at(-2)?.[0] ?? '';
    expect(address).to.match(/^blob:/);
    expect(await blobs[0]?.text()).to.equal('import "https://cdn.example/effects/worker.js";');
    expect(later.length, 'what is the page’s own has no address to take back').to.equal(1);
    later[0]?.();
    const gone = await fetch(address).catch((error: unknown) => error);
    expect(gone).to.be.instanceOf(TypeError);
  });

  it('starts one of the page’s own blobs as it is', () => {
    const address = URL.createObjectURL(new Blob([]));
    withScope({ Worker: FakeWorker }, () => startWorker(new URL(address)));
    expect(started.at(-1)?.[0]).to.equal(address);
    URL.revokeObjectURL(address);
  });

  it('gives its address to the page’s policy for scripts', () => {
    const own = Object.getOwnPropertyDescriptor(globalThis, 'trustedTypes');
    const createPolicy = () => ({ createScriptURL: (url: string) => `trusted ${url}` });
    Object.defineProperty(globalThis, 'trustedTypes', { value: { createPolicy }, configurable: true });
    const url = new URL('/effects/worker.js', location.href);
    try {
      withScope({ Worker: FakeWorker }, () => startWorker(url));
    } finally {
      if (own) Object.defineProperty(globalThis, 'trustedTypes', own);
      else Reflect.deleteProperty(globalThis, 'trustedTypes');
    }
    expect(started.at(-1)?.[0]).to.equal(`trusted ${url.href}`);
  });

  it('says so where there are no workers, and where a policy forbids ours', () => {
    const codeOf = (Worker: unknown) =>
      withScope({ Worker }, () => {
        try {
          startWorker(new URL('/w.js', location.href));
          return null;
        } catch (error) {
          return (error as { code: string }).code;
        }
      });
    const forbidden = () => {
      throw new DOMException('', 'SecurityError');
    };
    expect([codeOf(undefined), codeOf(forbidden)]).to.deep.equal(['no-worker', 'no-worker']);
  });
});

describe('the address of a script', () => {
  it('goes through a policy named cc, which lets no other pass', () => {
    let rules: { createScriptURL(url: string): string } | undefined;
    let policies = 0;
    const trustedTypes = {
      createPolicy(name: string, given: NonNullable<typeof rules>) {
        expect(name).to.equal('cc');
        rules = given;
        policies++;
        return { createScriptURL: (url: string) => `trusted ${given.createScriptURL(url)}` };
      },
    };
    const url = trustedScriptUrl('/effects/worker.js', { trustedTypes });
    expect(url).to.equal('trusted /effects/worker.js');
    expect(trustedScriptUrl('/other.js', { trustedTypes })).to.equal('trusted /other.js');
    expect(policies, 'a page may not make it twice').to.equal(1);
    expect(() => rules?.createScriptURL('/effects/worker.js'), 'not even the same one, later').to.throw(TypeError);
  });
});
