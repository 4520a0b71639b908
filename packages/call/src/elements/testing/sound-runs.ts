/** How long a sound card may take to start. */
const patience = 3_000;

/** Chromium plays into the void where a machine has no sound card, so that there nothing is ever left out. */
async function contextRuns(): Promise<boolean> {
  if (navigator.userAgent.includes('Chrome/')) return true;
  const context = new AudioContext();
  await Promise.race([context.resume(), new Promise((done) => setTimeout(done, patience))]);
  const runs = context.state === 'running';
  void context.close();
  return runs;
}

/** Whether anything can be played here. Tests that listen are left out where not, and that is printed. */
export const soundRuns = await contextRuns();
if (!soundRuns)
  console.warn('Left out, what listens: no AudioContext runs in this browser without a sound card (pulseaudio).');
