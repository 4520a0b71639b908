import type { MediaRoom, MediaRoomState } from '../media-room.js';

const longestMs = 8_000;

/** Fails unless both are the same, compared as JSON: the suite runs where there is no assertion library. */
export function expectEqual(actual: unknown, expected: unknown): void {
  const [a, b] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (a !== b) throw new Error(`expected ${b}, got ${a}`);
}

/** Waits until a room is as wanted. */
export function untilState(
  room: Pick<MediaRoom, 'state' | 'subscribe'>,
  holds: (state: MediaRoomState) => boolean,
  what: string,
): Promise<void> {
  return new Promise((resolve, reject) => {
    let stop: () => void = () => undefined;
    const timer = setTimeout(() => {
      stop();
      reject(new Error(`never came: ${what}; the room is ${JSON.stringify(room.state)}`));
    }, longestMs);
    const look = () => {
      if (!holds(room.state)) return false;
      clearTimeout(timer);
      stop();
      resolve();
      return true;
    };
    if (!look()) stop = room.subscribe(look);
  });
}

/** Asks again and again until something that tells of no change is as wanted. */
export async function until(holds: () => Promise<boolean>, what: string): Promise<void> {
  for (const end = Date.now() + longestMs; !(await holds()); await nextLook())
    if (Date.now() > end) throw new Error(`never came: ${what}`);
}

const nextLook = () => new Promise((resolve) => setTimeout(resolve, 50));
