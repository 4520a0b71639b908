import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, it } from 'node:test';
import { DomainError } from '../domain-error.js';
import { testKey } from '../testing/create-test-deps.js';
import { LiveKitServerGateway } from './livekit-server-gateway.js';

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

const json =
  (status: number, body: unknown): Answer =>
  (_, response) =>
    void response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
const hangUp: Answer = (request) => void request.socket.destroy();
const never: Answer = () => undefined;
const unavailable = (error: unknown) => error instanceof DomainError && error.code === 'media_unavailable';

describe('the gateway to a LiveKit server that', () => {
  let close = async () => {};
  afterEach(() => close());

  /** A LiveKit that gives these answers, one after the other, and then the last one again. */
  async function gatewayTo(...answers: Answer[]) {
    const asked: { readonly path: string; readonly body: Record<string, unknown> }[] = [];
    const server = createServer(async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      const body = JSON.parse(Buffer.concat(chunks).toString()) as Record<string, unknown>;
      asked.push({ path: request.url ?? '', body });
      (answers[asked.length - 1] ?? answers.at(-1))?.(request, response);
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    close = async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    };
    const url = `ws://127.0.0.1:${(server.address() as AddressInfo).port}`;
    return { gateway: new LiveKitServerGateway({ url, ...testKey, timeoutMs: 1_000 }), asked };
  }

  it('answers is asked once', async () => {
    const { gateway, asked } = await gatewayTo(json(200, { sid: 'RM_1', name: 'rom_1' }));
    await gateway.createRoom('rom_1', 15);
    assert.deepEqual(asked, [
      {
        path: '/twirp/livekit.RoomService/CreateRoom',
        body: { name: 'rom_1', emptyTimeout: 15, departureTimeout: 15 },
      },
    ]);
  });

  it('breaks once is asked twice', async () => {
    for (const broken of [
      hangUp,
      never,
      json(500, { code: 'internal', msg: 'x' }),
      json(503, { code: 'unavailable', msg: 'x' }),
    ]) {
      const { gateway, asked } = await gatewayTo(broken, json(200, {}));
      await gateway.deleteRoom('rom_1');
      assert.equal(asked.length, 2);
      await close();
    }
  });

  it('stays broken is given up after the second try', async () => {
    for (const broken of [hangUp, never, json(500, { code: 'internal', msg: 'x' })]) {
      const { gateway, asked } = await gatewayTo(broken);
      await assert.rejects(gateway.deleteRoom('rom_1'), unavailable);
      assert.equal(asked.length, 2);
      await close();
    }
  });

  it('refuses is not asked again', async () => {
    const { gateway, asked } = await gatewayTo(json(401, { code: 'unauthenticated', msg: 'permissions denied' }));
    await assert.rejects(gateway.createRoom('rom_1'), unavailable);
    assert.equal(asked.length, 1);
  });

  it('is not there at all is unavailable', async () => {
    const { gateway } = await gatewayTo(never);
    await close();
    await assert.rejects(gateway.listRooms(), unavailable);
  });

  it('is another server altogether is not mistaken for one without that room', async () => {
    const { gateway } = await gatewayTo((_, response) => void response.writeHead(404).end('no such page'));
    await assert.rejects(gateway.deleteRoom('rom_1'), unavailable);
    await assert.rejects(gateway.createRoom('rom_1'), unavailable);
  });

  it('does not know the room or person has nothing to do', async () => {
    const { gateway } = await gatewayTo(json(404, { code: 'not_found', msg: 'requested room does not exist' }));
    await gateway.deleteRoom('rom_1');
    await gateway.remove('rom_1', 'par_a');
    assert.equal(await gateway.grant('rom_1', 'par_a', 'agent'), false);
    assert.deepEqual(await gateway.listParticipants('rom_1'), []);
  });

  it('lists participants tells their state and tracks', async () => {
    const participants = [
      { identity: 'par_a', state: 'ACTIVE', tracks: [{ source: 'MICROPHONE', muted: true }, { source: 'CAMERA' }] },
      { identity: 'par_b', state: 'JOINED', tracks: [{ source: 'SCREEN_SHARE' }] },
      { identity: 'par_c', state: 'JOINING' },
      { identity: 'par_d', state: 'DISCONNECTED' },
    ];
    const { gateway } = await gatewayTo(json(200, { participants }));
    const nothing = { microphone: false, camera: false };
    assert.deepEqual(await gateway.listParticipants('rom_1'), [
      { identity: 'par_a', state: 'active', role: null, publishes: { microphone: true, camera: true } },
      { identity: 'par_b', state: 'joined', role: null, publishes: nothing },
      { identity: 'par_c', state: 'joining', role: null, publishes: nothing },
      { identity: 'par_d', state: 'disconnected', role: null, publishes: nothing },
    ]);
  });

  it('grants is told every permission, so that none is left to its defaults', async () => {
    const { gateway, asked } = await gatewayTo(json(200, {}));
    assert.equal(await gateway.grant('rom_1', 'par_a', 'customer'), true);
    assert.deepEqual(asked[0]?.body['permission'], {
      canSubscribe: true,
      canPublish: true,
      canPublishSources: ['CAMERA', 'MICROPHONE', 'SCREEN_SHARE'],
    });
  });
});
