/**
 * The one file of a script tag: registers every element and exports what a page sets them up with. What shows and answers
 * a call is in it; settings, tests and whatever else nobody needs at once follow by themselves.
 */
import './define-first.js';

export * from './index.js';

// An element on the page becomes what it is when its class arrives. What does not arrive leaves the rest at work.
void import('./define.js').catch(() => undefined);
