import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { routes, routeTable, type Problem, type Route } from '@carillon/contract';
import { ensureAgent } from '../agent/ensure-agent.js';
import { hostTokenIssuer } from '../identity/host-token.js';
import { createApiKey } from '../identity/api-keys.js';
import { ensureQueue } from '../queue/ensure-queue.js';
import { browserSecret, createHttpBench, testHostToken, type HttpBench } from '../testing/http-bench.js';
import { sampleOf } from '../testing/routes/arbitrary-of.js';
import { fileOf, typeOf } from '../testing/files.js';
import { pathOf, recordOf, type Owner } from '../testing/routes/records.js';

const staff = ['agent', 'supervisor', 'admin'] as const;
type Staff = (typeof staff)[number];
const roles = ['nobody', 'customer', ...staff, 'program'] as const;
type Role = (typeof roles)[number];

const isStaff = (role: Role): role is Staff => staff.some((one) => one === role);
const nameOf = ({ method, path }: Route) => `${method} ${path}`;
/** Whose records a route can be asked for. What belongs to the whole company is nobody else's. */
function ownersOf({ path, record }: Route): readonly Owner[] {
  if (record) return record.of === 'company' ? ['own', 'missing'] : ['own', 'foreign', 'missing'];
  return path.includes('/:code') ? ['own', 'foreign', 'missing'] : ['own'];
}

/** Every role, on everybody's record, at every route: what is not allowed by the table is refused, and the rest is not. */
describe('who may call what', () => {
  let bench: HttpBench;
  const bearers = new Map<Role, string>();
  const ids = new Map<Staff | 'foreign', string>();
  const queues = { own: '', foreign: '' };

  before(async () => {
    bench = await createHttpBench({ settings: { mailDomain: 'northwind.example' } });
    const { deps } = bench;
    queues.own = await ensureQueue(deps, { key: 'support', name: 'Customer support' });
    queues.foreign = await ensureQueue(deps, { key: 'vip', name: 'Very important' });
    for (const role of staff) {
      ids.set(role, await ensureAgent(deps, { extId: role, name: role, queueIds: [queues.own], role }));
    }
    ids.set('foreign', await ensureAgent(deps, { extId: 'zoe', name: 'Zoe', queueIds: [queues.foreign] }));
    bearers.set('program', (await createApiKey(deps, { agentId: ids.get('admin') ?? '', name: 'CRM' })).secret);
    bearers.set('customer', (await bench.caller()).secret);
  });
  after(() => bench.close());
  // Wrong codes are counted by address: each row begins with a clean slate.
  const forgive = () => bench.clock.moveTo(bench.deps.now() + 60_000);

  /** Asks one route as one role for one record, and says what came of it. */
  async function answer(row: Route, role: Role, owner: Owner) {
    const values: Record<string, string> = { key: 'ana' };
    // A session of its own each time: some routes end the one that asks.
    let bearer = isStaff(role) ? await bench.signIn(role) : bearers.get(role);
    if (row.record) {
      const hand = owner === 'foreign' || !isStaff(role) ? 'foreign' : role;
      const queueId = hand === 'foreign' ? queues.foreign : queues.own;
      const name = row.path.includes('/:key') ? 'key' : 'id';
      values[name] =
        owner === 'missing'
          ? bench.deps.ids.id('off')
          : await recordOf(bench, row.record.is, { agentId: ids.get(hand) ?? '', queueId });
    }
    if (row.path.includes('/:code')) {
      const caller =
        owner === 'missing' ? { code: bench.deps.ids.code(), secret: browserSecret() } : await bench.caller();
      values['code'] = owner === 'missing' ? 'A'.repeat(22) : caller.code;
      if (role === 'customer') bearer = owner === 'own' ? caller.secret : browserSecret();
    }
    const response = await bench.app.request(pathOf(row, values) + queryOf(row), {
      method: row.method,
      headers: {
        ...(row.method === 'GET' || row.method === 'DELETE' ? {} : { 'content-type': typeOf(row) }),
        ...(bearer === undefined ? {} : { authorization: `Bearer ${bearer}` }),
      },
      ...(row.method === 'GET' || row.method === 'DELETE' ? {} : { body: await bodyOf(row) }),
    });
    const isStream = response.headers.get('content-type')?.startsWith('text/event-stream') === true;
    const text = isStream ? await response.body?.cancel().then(() => '') : await response.text();
    const { code } = (response.status < 400 ? {} : JSON.parse(text ?? '')) as Partial<Problem>;
    return { status: response.status, code };
  }

  const queryOf = ({ method, query }: Route) =>
    method === 'POST' && query ? `?${new URLSearchParams(sampleOf(query) as Record<string, string>)}` : '';

  async function bodyOf({ body, path }: Route): Promise<string | Uint8Array<ArrayBuffer>> {
    if (typeof body === 'string') return new Uint8Array(fileOf(body));
    const token = path === routes.agentSession ? await hostTokenIssuer(testHostToken, bench.deps.now)('ana') : '';
    return JSON.stringify(token ? { token } : body ? sampleOf(body) : {});
  }

  /** The refusal that the table asks for; null where the caller is let in. */
  function refusal(row: Route, role: Role, owner: Owner): readonly number[] | null {
    const { callers, path, record } = row;
    const open = callers.includes('public') || callers.includes('demo');
    if (callers.includes('livekit') || callers.includes('mailbox')) return [401];
    if (!open && role === 'nobody') return [401];
    if (path.includes('/:code')) {
      // A program's key has not even the shape of a customer's secret.
      if (owner === 'missing') return role === 'program' && !open ? [401] : [410];
      // Whoever is not the browser that called is a stranger to its call, whatever else they are.
      return open || (role === 'customer' && owner === 'own') ? null : [401, 403, 409, 410];
    }
    if (!open && !callers.some((caller) => caller === role)) return [403];
    return record && owner !== 'own' ? [404] : null;
  }

  for (const row of routeTable)
    describe(nameOf(row), () => {
      before(forgive);
      for (const role of roles)
        for (const owner of ownersOf(row)) {
          const refused = refusal(row, role, owner);
          it(`${refused ? 'refuses' : 'lets in'} ${role} (${owner})`, async () => {
            const { status, code } = await answer(row, role, owner);
            if (!refused) assert.ok(status < 500 && ![401, 403, 404, 410].includes(status), `${status} ${code}`);
            else assert.ok(refused.includes(status), `${status} ${code} instead of ${refused.join(' or ')}`);
          });
        }
    });

  it('tells nobody whether somebody else’s record exists', async () => {
    for (const row of routeTable.filter(({ record }) => record && record.of !== 'company'))
      for (const role of staff)
        assert.deepEqual(await answer(row, role, 'foreign'), await answer(row, role, 'missing'), nameOf(row));
  });
});
