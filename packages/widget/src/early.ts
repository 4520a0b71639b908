import { rescuePage } from './rescue-page.js';

// Entry of the bundle `cc-early.js`, which the link page loads beside its own script, and which is there long before it:
// a phone asks what the link is while it still reads how to show it. Looking changes nothing (E-16). It knows
// a code when nothing was stuck to it on its way; any other address is for the page's own script to read.
const [, code] = /^\/j\/([\w-]+)\/?$/.exec(location.pathname) ?? [];

/** Whoever goes on with a call asks with its secret, which is not this script's to know. */
const goesOn = () => {
  try {
    return `cc-link:${code}` in localStorage || `cc-link:${code}` in sessionStorage;
  } catch {
    return true; // a browser that keeps nothing is rare, and no reason to ask twice
  }
};

if (code && !goesOn()) {
  const url = `${location.origin}/v1/join/${code}`;
  const answer = fetch(url, { headers: { accept: 'application/json' }, cache: 'no-store' });
  answer.catch(() => undefined); // the page's own script sees it, and asks again
  window.ccEarly = { url, answer };
}

rescuePage();
