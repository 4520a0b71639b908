import type { Socket } from 'node:net';
import { RoomServiceClient, TrackSource } from 'livekit-server-sdk';
import type { GatewayBench } from './gateway-conformance.js';
import { LiveKitServerGateway } from './livekit-server-gateway.js';
import { LiveKitTokenMinter } from '../token/livekit-token-minter.js';
import { testKey } from '../testing/create-test-deps.js';
import { joinBySignal } from '../testing/join-by-signal.js';
import { startLiveKitServer } from '../testing/start-livekit-server.js';

/** A real livekit-server for the gateway's conformance tests. Participants are in the room without media. */
export async function openRealGatewayBench(binary: string): Promise<GatewayBench> {
  const server = await startLiveKitServer(binary);
  const rooms = new RoomServiceClient(server.url, testKey.apiKey, testKey.apiSecret);
  const tokens = new LiveKitTokenMinter(testKey);
  const sockets: Socket[] = [];
  return {
    gateway: new LiveKitServerGateway({ url: server.url, ...testKey }),
    async join(room, identity, role) {
      sockets.push(await joinBySignal(server.url, await tokens.mint({ role, room, identity })));
    },
    async permissionOf(room, identity) {
      const { permission } = await rooms.getParticipant(room, identity);
      const sources = permission?.canPublishSources ?? [];
      return {
        publish: permission?.canPublish ? sources.map((source) => TrackSource[source].toLowerCase()) : [],
        subscribe: permission?.canSubscribe ?? false,
      };
    },
    async close() {
      sockets.forEach((socket) => socket.destroy());
      await server.kill();
    },
  };
}
