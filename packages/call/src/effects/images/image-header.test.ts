import { readImageHeader } from '@carillon/contract';
import { expect } from '@open-wc/testing';
import { jpegWithPlace, picture } from '../testing/bad-images.js';

const headerOf = async (blob: Blob) => readImageHeader(new Uint8Array(await blob.arrayBuffer()));

describe('the header of a picture', () => {
  for (const type of ['image/png', 'image/jpeg', 'image/webp'] as const)
    it(`tells kind and size of what the browser itself has written as ${type}`, async () => {
      expect(await headerOf(await picture(123, 45, { type }))).to.deep.equal({ type, width: 123, height: 45 });
    });

  it('is found behind Exif data', async () => {
    expect(await headerOf(await jpegWithPlace())).to.deep.equal({ type: 'image/jpeg', width: 40, height: 30 });
  });
});
