/** `npm start` without install and build, and with a link-server that only says what the real one says. */
import { fileURLToPath } from 'node:url';
import { runStart } from '../run-start.mjs';

await runStart({
  prepare: async () => {},
  serverMain: fileURLToPath(new URL('./fake-link-server.mjs', import.meta.url)),
});
