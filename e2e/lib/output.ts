import type { BrowserContext, Page } from '@playwright/test';
import { defineLevel } from './level.js';

declare global {
  interface Window {
    /** Level of a tone in what the page itself plays, in dB relative to full scale; -Infinity for digital silence. */
    ccPlays(toneHz: number): number;
  }
}

/** Runs in the page before its scripts: whatever is connected to a loudspeaker is listened to as well. */
function listenToOutput(): void {
  const analysers: AnalyserNode[] = [];
  const connect = AudioNode.prototype.connect as (this: AudioNode, to: AudioNode | AudioParam) => AudioNode;
  AudioNode.prototype.connect = function (this: AudioNode, to: AudioNode | AudioParam) {
    if (to instanceof AudioDestinationNode) {
      const analyser = new AnalyserNode(to.context, { fftSize: 4096, smoothingTimeConstant: 0 });
      connect.call(this, analyser);
      analysers.push(analyser);
    }
    return connect.call(this, to);
  };
  window.ccPlays = (hz) =>
    window.ccLevel(
      analysers.filter(({ context }) => context.state === 'running'),
      hz,
    );
}

/** Lets the pages of a browser be asked what they play. Call before any is opened. */
export async function hearOutput(context: BrowserContext): Promise<void> {
  await context.addInitScript(defineLevel);
  await context.addInitScript(listenToOutput);
}

/** How loud a page plays a tone now, in dB. */
export const plays = (page: Page, toneHz: number) => page.evaluate((hz) => window.ccPlays(hz), toneHz);

/** The loudest that a page has played a tone for so long, in dB: for a sound that comes and goes. */
export const loudestWithin = (page: Page, toneHz: number, ms: number) =>
  page.evaluate(
    ([hz, lasting]) =>
      new Promise<number>((resolve) => {
        const start = performance.now();
        let loudest = -Infinity;
        const look = setInterval(() => {
          loudest = Math.max(loudest, window.ccPlays(hz));
          if (performance.now() - start < lasting) return;
          clearInterval(look);
          resolve(loudest);
        }, 20);
      }),
    [toneHz, ms] as const,
  );
