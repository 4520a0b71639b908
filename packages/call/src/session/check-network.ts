import type { MediaGrant } from '@carillon/contract';
import { systemClock, type Clock } from './clock.js';
import { judgeNetwork, type NetworkReport } from '../media/judge-network.js';
import type { MediaRoomFactory } from '../media/media-room.js';
import { testPicture, type TestPicture } from '../media/test-picture.js';

/** How long the way to the media server may take to be found. */
export const connectWithinMs = 12_000;
/** How long a picture is sent: an estimate of what a line carries grows for a few seconds. */
export const measureMs = 4_000;

export interface NetworkCheckOptions {
  /** Asks the server for a way into a room of its own. */
  readonly grant: () => Promise<MediaGrant>;
  readonly rooms: MediaRoomFactory;
  readonly clock?: Clock;
  /** What is sent: a drawing that moves, never the camera. */
  readonly picture?: () => TestPicture;
}

/**
 * Finds out whether a call would work from here, on the real media server: joins a room of its own, sends a drawn picture
 * for some seconds and reads what the browser says of the way. It never fails: what fails is the report.
 */
export async function checkNetwork(options: NetworkCheckOptions): Promise<NetworkReport> {
  const grant = await options.grant().catch(() => null);
  if (grant === null) return judgeNetwork({ stage: 'server', stats: null });
  const room = await options.rooms().catch(() => null);
  if (room === null) return judgeNetwork({ stage: 'server', stats: null });
  const clock = options.clock ?? systemClock;
  const pause = (ms: number) => new Promise<'late'>((done) => clock.after(ms, () => done('late')));
  const picture = (options.picture ?? testPicture)();
  try {
    const join = room.connect(grant).then(() => room.publishCamera(picture.track));
    if ((await Promise.race([join, pause(connectWithinMs)])) === 'late')
      return judgeNetwork({ stage: 'media', stats: null });
    await pause(measureMs);
    const stats = await room.networkStats();
    return judgeNetwork({ stage: stats ? 'measured' : 'media', stats });
  } catch {
    return judgeNetwork({ stage: 'media', stats: null });
  } finally {
    picture.stop();
    await room.close().catch(() => undefined);
  }
}
