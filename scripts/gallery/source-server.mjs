import { existsSync } from 'node:fs';
import { basename, join, relative, sep } from 'node:path';
import { startDevServer } from '@web/dev-server';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { effectsSources } from '../build/effects-sources.mjs';
import { listFiles } from '../lib/list-files.mjs';
import { elementPackages, packageFolder, root } from '../lib/paths.mjs';

/** Every `<name>.states.ts` with its tag and its address on the source server. */
export const statesModules = () =>
  elementPackages
    .flatMap((name) => listFiles(join(packageFolder(name), 'src')))
    .filter((file) => file.endsWith('.states.ts'))
    .map((file) => ({
      tag: `cc-${basename(file, '.states.ts')}`,
      url: `/${relative(root, file).split(sep).join('/').replace(/\.ts$/, '.js')}`,
    }));

/**
 * Serves the sources themselves, compiled file by file on request: nothing to build, and an edit is on the page as soon
 * as it is saved.
 * @param {{ port?: number, watch?: boolean, middleware?: import('@web/dev-server').DevServerConfig['middleware'] }} [options]
 */
export async function startSourceServer({ port = 0, watch = false, middleware = [] } = {}) {
  const server = await startDevServer({
    readCliArgs: false,
    readFileConfig: false,
    autoExitProcess: false,
    logStartMessage: false,
    config: {
      rootDir: root,
      hostname: '127.0.0.1',
      ...(port ? { port } : {}),
      watch,
      clearTerminalOnReload: false,
      nodeResolve: { exportConditions: ['@carillon/source', 'development', 'browser'] },
      plugins: [esbuildPlugin({ ts: true, target: 'es2022', tsconfig: join(root, 'tsconfig.base.json') })],
      middleware: [
        effectsSources,
        async (context, next) => {
          if (context.path === '/docs/gallery/states.json') {
            context.body = { states: statesModules() };
            return;
          }
          // Our sources import './x.js' where './x.ts' lies; a page's own script does so too.
          if (/^\/(packages|examples)\/.*\.js$/.test(context.path) && !existsSync(join(root, context.path))) {
            const source = context.path.replace(/\.js$/, '.ts');
            if (existsSync(join(root, source))) context.url = context.url.replace(context.path, source);
          }
          await next();
        },
        ...middleware,
      ],
    },
  });
  const { port: taken } = server.server.address();
  return { url: `http://127.0.0.1:${taken}`, stop: () => server.stop() };
}
