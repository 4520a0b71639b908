/** `npm start`: from a fresh clone to a running demo. Nothing here comes from node_modules, which may not be there yet. */
import { checkNode, install } from './lib/install.mjs';
import { runStart } from './start/run-start.mjs';

async function prepare(screen) {
  await install();
  const { build } = await import('./build.mjs');
  await build({ report: (text) => screen.say(`build: ${text}`) });
}

try {
  checkNode();
  await runStart({ prepare });
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
