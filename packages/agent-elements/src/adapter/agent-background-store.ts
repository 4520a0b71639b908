import {
  BrowserBackgroundStore,
  parseEffect,
  systemClock,
  unknownEffect,
  type BackgroundStore,
  type Clock,
  type Effect,
  type StoredImage,
} from '@carillon/call';
import {
  AgentBackground,
  BackgroundImage,
  BackgroundImageList,
  BackgroundImageName,
  Done,
  routePath,
} from '@carillon/contract';
import { problemCode } from '../session/problem-code.js';
import type { LinkServerDesk } from './link-server-desk.js';

/** As long as a camera and the pictures to choose of wait for the server; then what this browser knows has to do. */
const answerMs = 3_000;
/** As long as the bytes of a picture may take. */
const bytesMs = 40_000;

/** A choice that the server may not have yet. */
const isUnsent = (kept: unknown): boolean => (kept as { readonly unsent?: unknown } | null)?.unsent === true;
const isOfServer = (imageId: string): boolean => imageId.startsWith('bgi_');

/**
 * Keeps an agent's background with the link-server, so that it is there in whichever browser they work (BGD-3), and a copy
 * under their name in this one. The server's word counts, but for a choice that has not reached it yet. Where it cannot be
 * asked the copy does, and where there is none the background is blurred: something may have been chosen elsewhere.
 *
 * What this browser kept before there was a server for it: the choice goes to the first answer of a server that knows of
 * none; pictures stay in this browser, and are offered in it.
 */
export class AgentBackgroundStore implements BackgroundStore {
  readonly #desk: LinkServerDesk;
  readonly #clock: Clock;
  readonly #browser = new BrowserBackgroundStore();
  #copy: { readonly agentId: string; readonly store: BrowserBackgroundStore } | null = null;
  /** The newest choice of this page. */
  #wanted: Effect | null = null;
  #sending: Promise<void> = Promise.resolve();

  constructor(desk: LinkServerDesk, clock = systemClock) {
    this.#desk = desk;
    this.#clock = clock;
  }

  loadEffect(): Promise<unknown> {
    return this.#soon(this.#ask(), () => this.#remembered());
  }

  /** Resolves once this browser has it; the server is told as soon as it can be. */
  async saveEffect(effect: Effect): Promise<void> {
    this.#wanted = effect;
    const own = await this.#own();
    await own.saveEffect(unsent(effect));
    this.#send(own, effect);
  }

  async images(): Promise<readonly StoredImage[]> {
    const earlier = await this.#browser.images();
    const own = await this.#own().catch(() => null);
    if (!own) return earlier;
    const copies = new Map((await own.images()).map((image) => [image.id, image]));
    const listed = await this.#soon(
      this.#desk.send('GET /v1/agent/background/images', { answer: BackgroundImageList }),
      () => null,
    );
    if (!listed) return [...earlier, ...copies.values()];
    const ids = new Set(listed.images.map(({ id }) => id));
    for (const id of copies.keys()) if (!ids.has(id)) await own.removeImage(id).catch(() => undefined);
    const found = listed.images.map(async ({ id, name }) => {
      const blob = copies.get(id)?.blob ?? (await this.#fetch(own, { id, name }).catch(() => null));
      return blob ? [{ id, name, blob }] : [];
    });
    return [...earlier, ...(await Promise.all(found)).flat()];
  }

  async image(id: string): Promise<Blob | null> {
    if (!isOfServer(id)) return this.#browser.image(id);
    const own = await this.#own();
    return (await own.image(id)) ?? this.#fetch(own, { id, name: '' });
  }

  async addImage({ name, blob }: StoredImage): Promise<string> {
    const said = BackgroundImageName.safeParse(name);
    const { id } = await this.#desk.send('POST /v1/agent/background/images', {
      query: said.success ? { name: said.data } : {},
      body: blob,
      answer: BackgroundImage,
    });
    const own = await this.#own();
    await own.addImage({ id, name, blob }).catch(() => undefined);
    return id;
  }

  async removeImage(id: string): Promise<void> {
    if (!isOfServer(id)) return this.#browser.removeImage(id);
    await this.#desk
      .send('DELETE /v1/agent/background/images/:id', { params: { id }, answer: Done })
      .catch((error: unknown) => {
        if (problemCode(error) !== 'not_found') throw error;
      });
    const own = await this.#own();
    await own.removeImage(id);
  }

  /** This browser's copy, under the agent's name: who works in it after them sees nothing of it. */
  async #own(): Promise<BrowserBackgroundStore> {
    const { agent } = await this.#desk.signIn();
    if (this.#copy?.agentId !== agent.id)
      this.#copy = { agentId: agent.id, store: new BrowserBackgroundStore(`carillon:${agent.id}`) };
    return this.#copy.store;
  }

  /** An answer, or something else where none comes in time or it is a refusal. */
  #soon<T, E>(asked: Promise<T>, otherwise: () => E | Promise<E>): Promise<T | E> {
    return new Promise((resolve) => {
      const cancel = this.#clock.after(answerMs, () => resolve(otherwise()));
      asked.then(resolve, () => resolve(otherwise())).finally(cancel);
    });
  }

  async #ask(): Promise<unknown> {
    const own = await this.#own();
    const kept = await own.loadEffect();
    if (isUnsent(kept)) {
      this.#send(own, parseEffect(kept));
      return kept;
    }
    const before = this.#wanted;
    const { choice } = await this.#desk.send('GET /v1/agent/background', { answer: AgentBackground });
    // Chosen while the server was asked.
    if (this.#wanted !== before) return this.#wanted;
    if (choice) {
      await own.saveEffect(choice);
      return choice;
    }
    const earlier = kept ?? (await this.#browser.loadEffect());
    if (earlier !== null) await this.saveEffect(parseEffect(earlier));
    return earlier;
  }

  /** What this browser knows without anybody's answer. */
  async #remembered(): Promise<unknown> {
    return (await this.#copy?.store.loadEffect()) ?? (await this.#browser.loadEffect()) ?? unknownEffect;
  }

  /** One after the other, and only the newest: what arrives last is what was chosen last. */
  #send(own: BrowserBackgroundStore, effect: Effect): void {
    this.#wanted = effect;
    const arrived = () => (this.#wanted === effect ? own.saveEffect(effect) : undefined);
    this.#sending = this.#sending
      .then(async () => {
        if (this.#wanted !== effect) return;
        await this.#desk.send('PUT /v1/agent/background', { body: effect, answer: AgentBackground });
        await arrived();
      })
      // What cannot be sent is sent when it is read next, but for what the server will never take.
      .catch((error: unknown) => (problemCode(error) === 'invalid_request' ? arrived() : undefined));
  }

  async #fetch(own: BrowserBackgroundStore, { id, name }: Omit<StoredImage, 'blob'>): Promise<Blob | null> {
    const { bearer } = await this.#desk.signIn();
    const ask = this.#desk.fetch ?? globalThis.fetch.bind(globalThis);
    const path = routePath('GET /v1/agent/background/images/:id', { params: { id } });
    const response = await ask(this.#desk.server + path, {
      headers: { authorization: `Bearer ${bearer}` },
      signal: AbortSignal.timeout(bytesMs),
    });
    if (response.status === 404) return null;
    if (!response.ok) throw new Error(`The server answered ${response.status}.`);
    const blob = await response.blob();
    await own.addImage({ id, name, blob }).catch(() => undefined);
    return blob;
  }
}

const unsent = (effect: Effect): Effect & { readonly unsent: true } => ({ ...effect, unsent: true });
