import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { AgentSnapshot, CustomerCallSession, JoinView, routes, WrapUp, type Problem } from '@carillon/contract';
import { hashSecret } from '../transition/hash-secret.js';
import { browserSecret, createHttpBench, type HttpBench } from '../testing/http-bench.js';
import { EventFrames } from '../testing/event-frames.js';
import { until } from '../testing/until.js';

const nobody = 'A'.repeat(22);

describe('the routes', () => {
  let bench: HttpBench;
  before(async () => (bench = await createHttpBench()));
  after(() => bench.close());
  beforeEach(() => bench.clock.moveTo(bench.deps.now() + 60_000));

  it('of the contract all exist, and each says who may use it', async () => {
    const id = `cal_${nobody}`;
    const agents = [
      ['GET', routes.agentState],
      ['GET', routes.agentEvents],
      ['POST', routes.agentPresence],
      ['POST', routes.agentFarewell],
      ['PUT', routes.agentStatus],
      ['POST', routes.offerToken(id)],
      ['POST', routes.offerAccept(id)],
      ['POST', routes.offerDecline(id)],
      ['POST', routes.callToken(id)],
      ['POST', routes.callConnected(id)],
      ['POST', routes.callMediaFailed(id)],
      ['POST', routes.callEnd(id)],
      ['PUT', routes.wrapUpNote(id)],
      ['POST', routes.wrapUpClose(id)],
      ['POST', routes.links],
      ['GET', routes.links],
      ['GET', routes.link(id)],
      ['POST', routes.linkRevoke(id)],
      ['GET', routes.people],
      ['GET', routes.conversations],
      ['GET', routes.conversation(id)],
    ] as const;
    const customers = [
      ['POST', routes.join(nobody)],
      ['POST', routes.joinToken(nobody)],
      ['POST', routes.joinConnected(nobody)],
      ['POST', routes.joinPresence(nobody)],
      ['POST', routes.joinLeave(nobody)],
      ['POST', routes.joinFarewell(nobody)],
      ['GET', routes.joinEvents(nobody)],
    ] as const;
    for (const [method, path] of [...agents, ...customers]) {
      const { status } = await bench.ask(path, { method, ...(method === 'GET' ? {} : { body: {} }) });
      assert.equal(status, 401, `${method} ${path}`);
    }
  });

  describe('of a customer', () => {
    it('show a link and change nothing (E-16)', async () => {
      const code = await bench.newLink();
      const view = JoinView.parse((await bench.ask(routes.join(code))).json);
      assert.deepEqual([view.state, view.displayName, view.queueName], ['available', 'Marija', 'Customer support']);
    });

    it('answer unknown, malformed and revoked codes with one body (T2)', async () => {
      const revoked = await bench.newLink();
      await bench.deps.db.tx((q) =>
        q.run('update call_link set revoked_at = 1 where code_hash = $1', hashSecret(revoked)),
      );
      const bodies = new Set<string>();
      for (const code of [nobody, 'x', revoked, '%00'])
        for (const secret of [undefined, browserSecret()]) {
          const answer = await bench.ask(`/v1/join/${code}`, { bearer: secret });
          assert.equal(answer.status, 410);
          bodies.add(answer.text);
        }
      assert.equal(bodies.size, 1);
    });

    it('stop whoever tries many codes, from the eleventh on, for a minute (T1)', async () => {
      const statuses: number[] = [];
      for (let i = 0; i < 12; i++) statuses.push((await bench.ask(routes.join(nobody))).status);
      assert.deepEqual(statuses, [...Array<number>(10).fill(410), 429, 429]);
      assert.equal((await bench.ask(routes.join(nobody))).headers.get('retry-after'), '60');
      bench.clock.moveTo(bench.deps.now() + 60_000);
      assert.equal((await bench.ask(routes.join(nobody))).status, 410);
    });

    it('lead from a link to a call, through a lost answer, to its end', async () => {
      const { code, secret, callId } = await bench.caller();
      const again = await bench.ask(routes.join(code), { bearer: secret, body: { medium: 'audio' } });
      assert.equal(CustomerCallSession.parse(again.json).call.id, callId);
      for (const path of [routes.joinPresence(code), routes.joinConnected(code), routes.joinFarewell(code)])
        assert.equal((await bench.ask(path, { bearer: secret, body: {} })).status, 200, path);
      assert.equal((await bench.ask(routes.joinLeave(code), { bearer: secret, body: {} })).status, 200);
      const after = await bench.ask(routes.joinToken(code), { bearer: secret, body: {} });
      assert.deepEqual(CustomerCallSession.parse(after.json).media, null);
    });

    it('tell another browser that the link is in use', async () => {
      const { code, secret } = await bench.caller();
      const other = { bearer: browserSecret(), body: { medium: 'audio' } };
      const { status, json } = await bench.ask<Problem>(routes.join(code), other);
      assert.deepEqual([status, json.code], [409, 'link_in_use']);
      await bench.ask(routes.joinLeave(code), { bearer: secret, body: {} });
    });

    it('stream the call to its own browser only', async () => {
      const { code, secret } = await bench.caller();
      const stranger = await bench.ask<Problem>(routes.joinEvents(code), { bearer: browserSecret() });
      assert.equal(stranger.json.code, 'session_expired');
      const headers = { authorization: `Bearer ${secret}` };
      const frames = new EventFrames(await bench.app.request(routes.joinEvents(code), { headers }));
      assert.equal((await frames.next())?.event, 'hello');
      await bench.ask(routes.joinLeave(code), { bearer: secret, body: {} });
      assert.equal(((await frames.next())?.data as { state: string }).state, 'ended');
      await frames.cancel();
    });
  });

  describe('of an agent', () => {
    it('lead from the ring to the closed wrap-up', async () => {
      const { agent, callId } = await bench.talking();
      const ask = (path: string, body: unknown = {}, method = 'POST') =>
        bench.ask(path, { method, bearer: agent, body });
      assert.equal((await ask(routes.callToken(callId))).status, 200);
      assert.equal((await ask(routes.callEnd(callId))).status, 200);
      const { wrapUp } = AgentSnapshot.parse((await bench.ask(routes.agentState, { bearer: agent })).json);
      const id = wrapUp?.id ?? '';
      const noted = await ask(routes.wrapUpNote(id), { note: 'Called about the bill.' }, 'PUT');
      assert.equal(WrapUp.parse(noted.json).note, 'Called about the bill.');
      const closed = await ask(routes.wrapUpClose(id), { note: 'Solved.', conversationStatus: 'solved' });
      assert.equal(WrapUp.parse(closed.json).closedBy, 'agent');
      const list = await bench.ask<{ conversations: { status: string }[] }>(routes.conversations, { bearer: agent });
      assert.equal(list.json.conversations[0]?.status, 'solved');
    });

    it('never show what belongs to another agent: it is missing', async () => {
      const { callId, code, secret } = await bench.talking();
      const ben = await bench.signIn('ben');
      for (const path of [routes.callEnd(callId), routes.callToken(callId)])
        assert.equal((await bench.ask(path, { bearer: ben, body: {} })).status, 404, path);
      await bench.ask(routes.joinLeave(code), { bearer: secret, body: {} });
    });

    it('refuse to sign in whom the host vouches for and nobody knows', async () => {
      const { status } = await bench.ask('/v1/demo/agents/eve/token', { body: {} });
      assert.equal(status, 404);
      const { json } = await bench.ask<{ token: string }>(routes.demoToken('ana'), { body: {} });
      await bench.deps.db.tx((q) => q.run("update agent set ext_id = 'gone' where ext_id = 'ana'"));
      assert.equal((await bench.ask(routes.agentSession, { body: json })).status, 403);
      await bench.deps.db.tx((q) => q.run("update agent set ext_id = 'ana' where ext_id = 'gone'"));
    });

    it('withdraw the ring when the last stream closes', async () => {
      const busy = await createHttpBench();
      const bearer = await busy.activeAgent('ben');
      const headers = { authorization: `Bearer ${bearer}` };
      const frames = new EventFrames(await busy.app.request(routes.agentEvents, { headers }));
      await frames.next();
      await busy.caller();
      await frames.cancel();
      const ringing = () => busy.ask<{ offer: unknown }>(routes.agentState, { bearer });
      await until(async () => (await ringing()).json.offer === null);
      await busy.close();
    });
  });

  describe('of the server itself', () => {
    it('take LiveKit’s reports signed only', async () => {
      for (const authorization of ['', 'Bearer x'])
        assert.equal((await bench.ask(routes.livekitWebhook, { body: '{}', headers: { authorization } })).status, 401);
    });

    it('say whether it lives and is ready', async () => {
      const own = await createHttpBench();
      assert.deepEqual((await own.ask(routes.health)).json, { status: 'alive' });
      assert.deepEqual((await own.ask(routes.ready)).json, { status: 'ready' });
      own.app.drain();
      const draining = await own.ask(routes.ready);
      assert.deepEqual([draining.status, draining.json], [503, { status: 'draining' }]);
      assert.equal((await own.ask(routes.health)).status, 200);
      await own.close();
    });

    it('say that it is not ready when the database does not answer', async () => {
      const own = await createHttpBench();
      own.deps.db.read = () => Promise.reject(new Error('locked'));
      assert.equal((await own.ask(routes.ready)).status, 503);
      await own.close();
    });

    it('have no demo sign-in on a server that is no demo', async () => {
      const own = await createHttpBench({ app: { issueDemoToken: null } });
      assert.equal((await own.ask(routes.demoToken('ana'), { body: {} })).status, 404);
      await own.close();
    });
  });
});
