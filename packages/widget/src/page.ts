import { chooseLanguage } from './choose-language.js';
import { codeFromPath } from './code-from-path.js';
import './define.js';
import { tellOpened } from './tell-opened.js';

// Entry of the bundle `cc-page.js`, which the link-server puts on `/j/<code>` together with `page.css`. The page itself
// is the same for every code; only what happens from here on depends on it. Nothing is written as markup: the policy
// of the page allows no script source but files, and Trusted Types no string of ours.
const { lang, dir } = chooseLanguage(navigator.languages);
document.documentElement.lang = lang;
document.documentElement.dir = dir;

/** What the page shows. */
function draw(): void {
  const main = document.createElement('main');
  const link = document.createElement('cc-call-link');
  link.page = true;
  // A path without a code is a link like any other that does not exist: the server says so.
  link.code = codeFromPath(location.pathname) || '-';
  main.append(link);
  document.body.append(main);
  if (link.code !== '-') tellOpened(link.code);
}

// A task of its own: a slow phone is long enough at reading the script, and a touch may be waiting. An `await` here would
// do the same, and make a chunk of everything that a later one shares with this one.
setTimeout(draw);
