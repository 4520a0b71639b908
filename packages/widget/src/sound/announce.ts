import type { Announcement } from './hold-parts.js';
import { playFile } from './play-file.js';
import { speak } from './speak.js';

/** How loud the music is under an announcement, and how fast it gets there, in seconds. */
const [under, fade] = [0.15, 0.1];

/** Announces at once and again, each time lowering the music, until `signal` ends it. */
export async function announce(music: GainNode, announcement: Announcement, signal: AbortSignal): Promise<void> {
  const { context } = music;
  const lower = (to: number) => music.gain.setTargetAtTime(to, context.currentTime, fade);
  while (!signal.aborted) {
    lower(under);
    await say(context, announcement, signal);
    if (signal.aborted) return;
    lower(1);
    await pause(announcement.everyMs, signal);
  }
}

async function say(context: BaseAudioContext, { url, words, language }: Announcement, signal: AbortSignal) {
  if (url === null) return speak(words, language, signal);
  const file = playFile(context.destination, url);
  const stop = () => file.stop();
  signal.addEventListener('abort', stop, { once: true });
  const silenced = new Promise<boolean>((done) => signal.addEventListener('abort', () => done(false), { once: true }));
  const said = await Promise.race([file.over, silenced]);
  signal.removeEventListener('abort', stop);
  file.stop();
  return said;
}

const pause = (ms: number, signal: AbortSignal) =>
  new Promise<void>((done) => {
    const timer = setTimeout(done, ms);
    signal.addEventListener('abort', () => (clearTimeout(timer), done()), { once: true });
  });
