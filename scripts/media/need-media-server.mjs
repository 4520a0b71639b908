import { Children } from '../start/children.mjs';
import { Screen } from '../start/screen.mjs';
import { buildMediaServer } from './build.mjs';
import { findMediaServer, NoMediaServer } from './ladder.mjs';

/** The livekit-server program of the whole-system tests, from the same ladder as `npm start`; built when need be. */
export async function needMediaServer(env = process.env) {
  const { LIVEKIT_URL: _, ...own } = env; // tests crash and restart the media server: only one of our own will do
  const rung = findMediaServer(own);
  if (rung.kind === 'binary') return rung.path;
  if (rung.kind !== 'go')
    throw new NoMediaServer(
      'The whole-system tests need livekit-server as a program: install Go, or set LIVEKIT_SERVER_BIN.',
    );
  const screen = new Screen();
  const children = new Children();
  const stop = () => void children.stop();
  process.once('SIGINT', stop).once('SIGTERM', stop);
  screen.say('build livekit-server, once for this user');
  try {
    return await buildMediaServer(rung, children, (progress) => screen.progress(progress));
  } finally {
    process.off('SIGINT', stop).off('SIGTERM', stop);
    screen.say('');
  }
}
