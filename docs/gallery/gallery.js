// Draws the states of one element, or of all: ?only=cc-mic-button&theme=dark&width=320&lang=ar&brand=%23067a52&bare
import { renderGallery } from '/packages/call/src/elements/gallery/render-gallery.js';

const query = new URLSearchParams(location.search);
const { states } = await (await fetch('states.json')).json();
const only = query.get('only');

const nav = document.querySelector('nav');
for (const { tag } of [{ tag: '' }, ...states]) {
  const link = document.createElement('a');
  const to = new URLSearchParams(query);
  if (tag) to.set('only', tag);
  else to.delete('only');
  link.href = `?${to}`;
  link.textContent = tag || 'all elements';
  nav.append(link);
}
if (query.has('bare')) document.body.className = 'bare';

const modules = await Promise.all(states.filter(({ tag }) => !only || tag === only).map(({ url }) => import(url)));
await renderGallery(document.querySelector('main'), modules, {
  theme: query.get('theme') ?? 'auto',
  ...(query.get('lang') && { lang: query.get('lang') }),
  ...(query.get('brand') && { brand: query.get('brand') }),
  ...(query.get('density') && { density: query.get('density') }),
  ...(query.get('width') && { width: Number(query.get('width')) }),
});
document.documentElement.dataset.ready = '';
