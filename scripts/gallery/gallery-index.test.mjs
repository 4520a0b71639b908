import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { galleryIndex } from './gallery-index.mjs';

const picture = (tag, lang = 'en') => ({ tag, width: 320, theme: 'dark', lang, file: `${tag}-320-dark-${lang}.png` });

describe('the page of all pictures', () => {
  it('has each element once, in order, with its pictures', () => {
    const page = galleryIndex([picture('cc-b'), picture('cc-a'), picture('cc-b', 'ar')]);
    assert.deepEqual(
      [...page.matchAll(/<h2>([^<]*)/g)].map(([, tag]) => tag),
      ['cc-a', 'cc-b'],
    );
    assert.deepEqual(
      [...page.matchAll(/<img src="([^"]*)"/g)].map(([, file]) => file),
      ['cc-a-320-dark-en.png', 'cc-b-320-dark-en.png', 'cc-b-320-dark-ar.png'],
    );
    assert.match(page, /<figcaption>320 px, dark, ar \(from the right\)/);
  });

  it('says of every picture what is on it', () =>
    assert.match(galleryIndex([picture('cc-a')]), /alt="cc-a, 320 px, dark, en"/));

  it('writes names as text', () => assert.ok(!galleryIndex([picture('<cc>')]).includes('<cc>')));
});
