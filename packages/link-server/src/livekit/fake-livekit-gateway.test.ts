import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { DomainError } from '../domain-error.js';
import { testKey } from '../testing/create-test-deps.js';
import { LiveKitTokenMinter } from '../token/livekit-token-minter.js';
import { roles, roleTable } from '../token/role-table.js';
import { FakeLiveKitGateway } from './fake-livekit-gateway.js';
import { gatewayConformance } from './gateway-conformance.js';

gatewayConformance('the fake', async () => {
  const gateway = new FakeLiveKitGateway();
  return {
    gateway,
    join: async (...args) => gateway.join(...args),
    permissionOf: async (room, identity) => roleTable[gateway.roleOf(room, identity) ?? 'agent-ringing'],
    close: async () => undefined,
  };
});

describe('the fake LiveKit', () => {
  const withRoom = async () => {
    const livekit = new FakeLiveKitGateway();
    await livekit.createRoom('rom_1');
    return livekit;
  };
  const published = async (livekit: FakeLiveKitGateway) => (await livekit.listParticipants('rom_1'))[0]?.publishes;

  it('shows what a participant publishes, until they stop', async () => {
    const livekit = await withRoom();
    livekit.join('rom_1', 'par_a', 'customer');
    livekit.publish('rom_1', 'par_a');
    livekit.publish('rom_1', 'par_a', { camera: true });
    assert.deepEqual(await published(livekit), { microphone: true, camera: true });
    livekit.publish('rom_1', 'par_a', { camera: false });
    assert.deepEqual(await published(livekit), { microphone: true, camera: false });
  });

  it('refuses tracks that the role has not, and ends them when it is taken away', async () => {
    const livekit = await withRoom();
    livekit.join('rom_1', 'par_a', 'agent-asked');
    assert.throws(() => livekit.publish('rom_1', 'par_a'), /insufficient permissions/);
    await livekit.grant('rom_1', 'par_a', 'agent');
    livekit.publish('rom_1', 'par_a');
    await livekit.grant('rom_1', 'par_a', 'agent-asked');
    assert.deepEqual(await published(livekit), { microphone: false, camera: false });
  });

  it('lets a participant publish only while they are there', async () => {
    const livekit = await withRoom();
    livekit.join('rom_1', 'par_a', 'customer');
    livekit.leave('rom_1', 'par_a');
    assert.throws(() => livekit.publish('rom_1', 'par_a'), /not in the room/);
  });

  it('reads tokens of ours: room, identity and role', async () => {
    const minter = new LiveKitTokenMinter(testKey);
    for (const role of roles) {
      const livekit = await withRoom();
      const token = await minter.mint({ role, room: 'rom_1', identity: 'par_a' });
      assert.deepEqual(livekit.joinWith(token), { room: 'rom_1', identity: 'par_a' });
      assert.equal(livekit.roleOf('rom_1', 'par_a'), role);
    }
  });

  it('fails as often as it was told, and remembers what was asked', async () => {
    const livekit = new FakeLiveKitGateway();
    livekit.failNext('createRoom', 2);
    const unavailable = (error: unknown) => error instanceof DomainError && error.code === 'media_unavailable';
    await assert.rejects(livekit.createRoom('rom_1'), unavailable);
    await assert.rejects(livekit.createRoom('rom_1'), unavailable);
    await livekit.createRoom('rom_1');
    assert.deepEqual(livekit.asked, Array(3).fill(['createRoom', 'rom_1']));
  });

  it('forgets every room when it crashes, and answers nothing until it is up', async () => {
    const livekit = await withRoom();
    livekit.crash();
    await assert.rejects(livekit.listRooms(), DomainError);
    assert.throws(() => livekit.join('rom_1', 'par_a', 'customer'));
    livekit.up();
    assert.deepEqual(await livekit.listRooms(), []);
  });
});
