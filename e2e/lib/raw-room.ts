import type { BrowserContext } from '@playwright/test';
import type * as livekit from 'livekit-client';
import { createRequire } from 'node:module';

declare global {
  interface Window {
    LivekitClient: typeof livekit;
    ccRawRoom: livekit.Room;
  }
}

const client = createRequire(import.meta.url).resolve('livekit-client');

/** Joins a room as somebody who has a token and a LiveKit client, but none of our pages. */
export async function rawRoom(context: BrowserContext, url: string, token: string) {
  const page = await context.newPage();
  await page.addScriptTag({ path: client });
  await page.evaluate(
    async ([url, token]) => {
      window.ccRawRoom = new window.LivekitClient.Room();
      await window.ccRawRoom.connect(url, token);
    },
    [url, token] as const,
  );
  return {
    /** Sends data to everybody under a topic, reliably; whether it is let through is up to the media server. */
    send: (topic: string, text: string) =>
      page.evaluate(
        ([topic, text]) =>
          window.ccRawRoom.localParticipant
            .publishData(new TextEncoder().encode(text), { reliable: true, topic })
            .catch(() => undefined),
        [topic, text] as const,
      ),
    /** Waits for an answer of the media server to something that is sent now. */
    answered: () => page.evaluate(() => window.ccRawRoom.localParticipant.setAttributes({}).catch(() => undefined)),
  };
}
