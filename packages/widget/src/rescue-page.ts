/** What the server has put into the page for when its script does not come. A page that works has it no more. */
const words = () => document.getElementById('failed');

/** Where a tab counts the loads that failed; a page that works forgets it. */
const countedAs = 'cc-failed';
/** A browser too old for our script fails each time: it is not to load the page for ever. */
const mostReloads = 3;
/** Networks swallow requests without a word, and a line on which the script takes longer carries no call. */
const slowMs = 15_000;
const answerMs = 10_000;
const againMs = 3_000;

/** Not before the server is there: a page that is loaded without it is the browser's, and does not come back by itself. */
async function reload(): Promise<void> {
  const there = await fetch('', { method: 'HEAD', signal: AbortSignal.timeout(answerMs) }).catch(() => null);
  if (!words()) return; // the script has come after all, and somebody may have started a call
  if (there?.ok) location.reload();
  else setTimeout(reload, againMs);
}

function check(): void {
  const failed = words();
  if (!failed?.hidden) return;
  failed.hidden = false;
  addEventListener('online', reload, { once: true });
  try {
    const count = Number(sessionStorage.getItem(countedAs));
    sessionStorage.setItem(countedAs, String(count + 1));
    if (count < mostReloads) setTimeout(reload, 1_000 * 4 ** count);
  } catch {
    // A browser that keeps no count reloads when it is told to.
  }
}

/**
 * The link page whose own script does not come, as when a phone changes networks while it loads: says so, and loads the
 * page again, a few times by itself, and when the network is back.
 */
export function rescuePage(): void {
  addEventListener('load', check); // after this script and all others, fetched or not
  setTimeout(check, slowMs);
  customElements
    .whenDefined('cc-call-link')
    .then(() => {
      words()?.remove();
      sessionStorage.removeItem(countedAs);
    })
    .catch(() => undefined); // a browser that keeps no count has none to forget
}
