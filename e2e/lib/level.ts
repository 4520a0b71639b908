declare global {
  interface Window {
    /** Level of a tone in what some analysers hear, in dB relative to full scale; -Infinity for digital silence. */
    ccLevel(analysers: Iterable<AnalyserNode>, toneHz: number): number;
  }
}

/** Runs in the page before its scripts, and before whatever listens by it. */
export function defineLevel(): void {
  window.ccLevel = (analysers, hz) => {
    let loudest = -Infinity;
    for (const analyser of analysers) {
      const bins = new Float32Array(analyser.frequencyBinCount);
      analyser.getFloatFrequencyData(bins);
      const at = Math.round((hz * analyser.fftSize) / analyser.context.sampleRate);
      loudest = Math.max(loudest, ...bins.slice(at - 2, at + 3));
    }
    return loudest;
  };
}
