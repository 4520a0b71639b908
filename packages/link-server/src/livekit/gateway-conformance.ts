import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { roles, roleTable, type Role } from '../token/role-table.js';
import type { LiveKitGateway } from './livekit-gateway.js';

/** A LiveKit, real or not, and what a test needs besides the gateway. */
export interface GatewayBench {
  readonly gateway: LiveKitGateway;
  /** A participant joins with a token of that role and is there when it resolves. Rejects when the room is missing. */
  join(room: string, identity: string, role: Role): Promise<void>;
  /** Which tracks a participant may publish now, and whether they may subscribe. */
  permissionOf(room: string, identity: string): Promise<{ publish: readonly string[]; subscribe: boolean }>;
  close(): Promise<void>;
}

/** What every gateway does, as tests: run on the fake, and on a real LiveKit server. */
export function gatewayConformance(name: string, open: () => Promise<GatewayBench>): void {
  describe(`the gateway to ${name}`, () => {
    let bench: GatewayBench;
    let gateway: LiveKitGateway;
    let room: string;
    let rooms = 0;
    before(async () => {
      bench = await open();
      gateway = bench.gateway;
    });
    beforeEach(() => void (room = `rom_${++rooms}`));
    after(() => bench.close());

    const identities = async () => (await gateway.listParticipants(room)).map(({ identity }) => identity).sort();

    it('creates a room, which is there at once', async () => {
      await gateway.createRoom(room);
      assert.deepEqual(await gateway.listRooms([room]), [room]);
    });

    it('leaves a room that exists as it is, with everybody in it', async () => {
      await gateway.createRoom(room);
      await bench.join(room, 'par_a', 'customer');
      await gateway.createRoom(room);
      assert.deepEqual(await identities(), ['par_a']);
    });

    it('lists the rooms that exist: those asked for, or all', async () => {
      await gateway.createRoom(room);
      await gateway.createRoom(`${room}-too`);
      assert.deepEqual(await gateway.listRooms([room, 'rom_none']), [room]);
      assert.deepEqual(await gateway.listRooms([]), []);
      const all = await gateway.listRooms();
      assert.ok(all.includes(room) && all.includes(`${room}-too`));
    });

    it('lets nobody into a room that does not exist', async () => {
      await assert.rejects(bench.join(room, 'par_a', 'customer'));
      assert.deepEqual(await gateway.listRooms([room]), []);
    });

    it('knows who is in a room, and that they publish nothing yet', async () => {
      await gateway.createRoom(room);
      await bench.join(room, 'par_a', 'customer');
      await bench.join(room, 'par_b', 'agent-ringing');
      const [a, b] = [...(await gateway.listParticipants(room))].sort((x, y) => (x.identity < y.identity ? -1 : 1));
      assert.deepEqual([a?.identity, b?.identity], ['par_a', 'par_b']);
      assert.deepEqual(a?.publishes, { microphone: false, camera: false });
    });

    it('finds nobody in an empty room and in one that does not exist', async () => {
      assert.deepEqual(await gateway.listParticipants('rom_none'), []);
      await gateway.createRoom(room);
      assert.deepEqual(await gateway.listParticipants(room), []);
    });

    for (const role of roles) {
      it(`lets who joins as ${role} do what the role table says, and no more`, async () => {
        await gateway.createRoom(room);
        await bench.join(room, 'par_a', role);
        const { publish, subscribe } = roleTable[role];
        assert.deepEqual(await bench.permissionOf(room, 'par_a'), { publish, subscribe });
        assert.equal((await gateway.listParticipants(room))[0]?.role, role);
      });
    }

    it('grants an agent who answered what agents may do, and takes it back', async () => {
      await gateway.createRoom(room);
      await bench.join(room, 'par_a', 'agent-ringing');
      for (const role of ['agent', 'agent-ringing'] as const) {
        assert.equal(await gateway.grant(room, 'par_a', role), true);
        const { publish, subscribe } = roleTable[role];
        assert.deepEqual(await bench.permissionOf(room, 'par_a'), { publish, subscribe });
        assert.equal((await gateway.listParticipants(room))[0]?.role, role);
      }
    });

    it('says that it granted nothing to somebody who is not there', async () => {
      assert.equal(await gateway.grant('rom_none', 'par_a', 'agent'), false);
      await gateway.createRoom(room);
      assert.equal(await gateway.grant(room, 'par_a', 'agent'), false);
    });

    it('removes somebody, and only them; removing nobody is fine', async () => {
      await gateway.createRoom(room);
      await bench.join(room, 'par_a', 'customer');
      await bench.join(room, 'par_b', 'agent');
      await gateway.remove(room, 'par_b');
      await gateway.remove(room, 'par_b');
      await gateway.remove('rom_none', 'par_b');
      assert.deepEqual(await identities(), ['par_a']);
    });

    it('deletes a room and locks everybody out of it; deleting it twice is fine', async () => {
      await gateway.createRoom(room);
      await bench.join(room, 'par_a', 'customer');
      await gateway.deleteRoom(room);
      await gateway.deleteRoom(room);
      assert.deepEqual(await gateway.listRooms([room]), []);
      assert.deepEqual(await gateway.listParticipants(room), []);
      await assert.rejects(bench.join(room, 'par_a', 'customer'));
    });

    it('can make a room again under the name of one that is gone', async () => {
      await gateway.createRoom(room);
      await gateway.deleteRoom(room);
      await gateway.createRoom(room);
      await bench.join(room, 'par_a', 'customer');
      assert.deepEqual(await identities(), ['par_a']);
    });
  });
}
