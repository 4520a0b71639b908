/**
 * `npm run dev`: the desk and the gallery from their sources, reloaded on every edit, and the link-server from its
 * sources, restarted on every edit. Nothing is bundled. The link page is served by the link-server, from a bundle.
 */
import { join } from 'node:path';
import { install } from './lib/install.mjs';
import { packageFolder, root } from './lib/paths.mjs';
import { runStart } from './start/run-start.mjs';

const port = Number(process.env.SOURCE_PORT || 8789);

await runStart({
  serverMain: join(packageFolder('link-server'), 'src/main.ts'),
  serverFlags: ['--conditions=@carillon/source', '--import', 'tsx', '--watch', '--watch-preserve-output'],
  prepare: async (screen) => {
    await install();
    const { build } = await import('./build.mjs');
    await build({ report: (text) => screen.say(`build: ${text}`) });
  },
  serveDesk: async ({ server }) => {
    const { startSourceServer } = await import('./gallery/source-server.mjs');
    const { nextFreePort } = await import('./lib/ports.mjs');
    const sources = await startSourceServer({
      port: (await nextFreePort(port)).port,
      watch: true,
      middleware: [
        (context, next) => {
          const file = /^\/examples\/agent-desk\/(.*)$/.exec(context.path)?.[1];
          if (file === 'config.json') context.body = { server };
          else if (file === 'main.js') {
            // A rewritten address would break the relative imports of the file it leads to.
            context.type = 'js';
            context.body = `import '/examples/agent-desk/src/main.ts';`;
          } else return next();
        },
      ],
    });
    console.log(`\nGallery of every element: ${sources.url}/docs/gallery/`);
    return { url: `${sources.url}/examples/agent-desk/`, close: sources.stop };
  },
});
