const escape = (text) => String(text).replace(/[&<>"]/g, (char) => `&#${char.charCodeAt(0)};`);

/** How a picture was taken, in the words beneath it. */
const wordsOf = ({ width, theme, lang }) => `${width} px, ${theme}, ${lang}${lang === 'ar' ? ' (from the right)' : ''}`;

const figure = (picture) => `
        <figure>
          <a href="${escape(picture.file)}"><img src="${escape(picture.file)}" alt="${escape(`${picture.tag}, ${wordsOf(picture)}`)}" loading="lazy"></a>
          <figcaption>${escape(wordsOf(picture))}</figcaption>
        </figure>`;

const section = (tag, pictures) => `
    <section id="${escape(tag)}">
      <h2>${escape(tag)}</h2>
      <div class="row">${pictures.map(figure).join('')}
      </div>
    </section>`;

/**
 * The page of all pictures that were taken, by element. It needs nothing but the pictures beside it.
 * @param {readonly { tag: string, width: number, theme: string, lang: string, file: string }[]} pictures
 */
export function galleryIndex(pictures) {
  const tags = [...new Set(pictures.map(({ tag }) => tag))].sort();
  const links = tags.map((tag) => `<a href="#${escape(tag)}">${escape(tag)}</a>`).join(' ');
  const sections = tags.map((tag) =>
    section(
      tag,
      pictures.filter((picture) => picture.tag === tag),
    ),
  );
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>Carillon: every element in every state</title>
    <style>
      body { margin: 16px; font-family: system-ui, sans-serif; }
      nav { display: flex; flex-wrap: wrap; gap: 4px 16px; }
      .row { display: flex; gap: 16px; overflow-x: auto; align-items: flex-start; }
      figure { margin: 0; flex: none; }
      img { max-inline-size: 480px; max-block-size: 640px; border: 1px solid color-mix(in srgb, currentColor 20%, transparent); }
    </style>
  </head>
  <body>
    <h1>Every element in every state</h1>
    <nav aria-label="Elements">${links}</nav>
    <main>${sections.join('')}
    </main>
  </body>
</html>
`;
}
