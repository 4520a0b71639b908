import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The root of the repository, without a slash at its end. */
export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');

/** Packages in the order in which they are built. */
export const packageNames = ['contract', 'call', 'widget', 'agent-elements', 'link-server'];

/** Packages whose elements run in a browser. */
export const elementPackages = ['call', 'widget', 'agent-elements'];

export const packageFolder = (name) => join(root, 'packages', name);
export const outFolder = join(root, 'out');
export const widgetBundle = join(root, 'packages/widget/dist/cdn');
export const serverMain = join(root, 'packages/link-server/dist/main.js');
export const deskBundle = join(root, 'examples/agent-desk/dist');
