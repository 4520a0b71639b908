/** Points the manifest at what is published (dist/*.js), and leaves out what is nobody's business. */
const published = () => ({
  name: 'published',
  packageLinkPhase({ customElementsManifest: manifest }) {
    const toDist = (path) => path.replace(/^(\/?)src\//, '$1dist/').replace(/\.ts$/, '.js');
    const walk = (node) => {
      if (!node || typeof node !== 'object') return;
      if (Array.isArray(node)) return node.forEach(walk);
      for (const key of ['path', 'module']) if (typeof node[key] === 'string') node[key] = toDist(node[key]);
      if (Array.isArray(node.members)) node.members = node.members.filter(isPublic);
      Object.values(node).forEach(walk);
    };
    walk(manifest.modules);
  },
});

const isPublic = ({ privacy, name }) => privacy !== 'private' && privacy !== 'protected' && !name?.startsWith('#');

export default {
  globs: ['src/**/*.ts'],
  exclude: ['src/**/*.test.ts', 'src/**/*.states.ts', 'src/**/testing/**'],
  outdir: 'dist',
  litelement: true,
  packagejson: false,
  quiet: true,
  plugins: [published()],
};
