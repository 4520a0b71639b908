import { RoomServiceClient } from 'livekit-server-sdk';
import { livekitKey, livekitSecret } from './livekit.js';
import type { Stack } from './stack.js';

/** What the media server knows of every track of the one call that runs: its ids, which change when one is sent anew. */
export async function trackIds({ livekit }: Pick<Stack, 'livekit'>): Promise<readonly string[]> {
  const media = new RoomServiceClient(livekit.url.replace('ws', 'http'), livekitKey, livekitSecret);
  const [room] = await media.listRooms();
  const everybody = room ? await media.listParticipants(room.name) : [];
  return everybody.flatMap(({ tracks }) => tracks.map(({ sid }) => sid)).sort();
}
