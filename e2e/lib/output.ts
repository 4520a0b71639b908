import type { BrowserContext, Page } from '@playwright/test';

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
  window.ccPlays = (hz) => {
    let loudest = -Infinity;
    for (const analyser of analysers) {
      if (analyser.context.state !== 'running') continue;
      const bins = new Float32Array(analyser.frequencyBinCount);
      analyser.getFloatFrequencyData(bins);
      const at = Math.round((hz * analyser.fftSize) / analyser.context.sampleRate);
      loudest = Math.max(loudest, ...bins.slice(at - 2, at + 3));
    }
    return loudest;
  };
}

/** Lets the pages of a browser be asked what they play. Call before any is opened. */
export const hearOutput = (context: BrowserContext) => context.addInitScript(listenToOutput);

/** How loud a page plays a tone now, in dB. */
export const plays = (page: Page, toneHz: number) => page.evaluate((hz) => window.ccPlays(hz), toneHz);
