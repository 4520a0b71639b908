import { limits, type CallLink, type CreateCallLinkRequest, type LinkChoice } from '@carillon/contract';
import type { DeskLinksPort } from '../session/desk-port.js';
import { MockProblem } from './mock-script.js';
import type { MockWorld } from './mock-world.js';

const pageSize = 2;
const oneTime: LinkChoice = { key: 'default', name: 'One call', kind: 'one-time', media: 'both' };

/** The call links of a mock desk. They open nothing. */
export class MockLinks {
  readonly choices: readonly LinkChoice[];
  readonly #world: MockWorld;
  #links: readonly CallLink[];

  constructor(world: MockWorld, choices: readonly LinkChoice[] = [oneTime], links: readonly CallLink[] = []) {
    this.#world = world;
    this.choices = choices;
    this.#links = links;
  }

  create(request: CreateCallLinkRequest): Awaited<ReturnType<DeskLinksPort['create']>> {
    const { configuration = 'default', displayName = null, conversationId = null, timeFrame } = request;
    const kind = this.choices.find(({ key }) => key === configuration)?.kind ?? 'expiry';
    const serverNow = this.#world.now();
    const at = (local: string) => Date.parse(`${local}Z`);
    const opensAt = timeFrame ? at(timeFrame.startLocal) : null;
    const expiresAt = timeFrame ? at(timeFrame.endLocal) : serverNow + (request.expiresInMs ?? limits.linkMs);
    const id = this.#world.newId('lnk');
    const link: CallLink = {
      ...{ id, kind, state: opensAt !== null && opensAt > serverNow ? 'not-open' : 'available', configuration },
      ...{ displayName, conversationId, createdBy: { id: this.#world.agent.id, name: this.#world.agent.name } },
      ...{ createdAt: serverNow, opensAt, expiresAt, timeFrame: timeFrame ?? null, hours: null, customData: null },
      ...{ openedAt: null, usedAt: null, revokedAt: null },
    };
    this.#links = [link, ...this.#links];
    const url = `https://calls.example/j/${id.slice(5)}Q`;
    const timeZone = timeFrame?.timeZone ?? null;
    return { id, url, kind, displayName, conversationId, opensAt, expiresAt, timeZone, serverNow };
  }

  list({ conversationId, cursor }: Parameters<DeskLinksPort['list']>[0]): Awaited<ReturnType<DeskLinksPort['list']>> {
    const found = this.#links.filter((link) => conversationId === undefined || link.conversationId === conversationId);
    const from = Number(cursor ?? 0);
    const next = from + pageSize < found.length ? String(from + pageSize) : null;
    return { links: found.slice(from, from + pageSize), next, serverNow: this.#world.now() };
  }

  revoke(id: string): CallLink {
    const link = this.#links.find((one) => one.id === id);
    if (!link) throw new MockProblem('not_found');
    const revoked: CallLink = { ...link, state: 'revoked', revokedAt: this.#world.now() };
    this.#links = this.#links.map((one) => (one.id === id ? revoked : one));
    return revoked;
  }
}
