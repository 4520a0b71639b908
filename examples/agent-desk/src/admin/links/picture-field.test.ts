import { expect, fixture, html, oneEvent, waitUntil } from '@open-wc/testing';
import { ApiError } from '@carillon/call';
import { uploadBench } from '../../testing/upload-bench.js';
import type { AdminApi } from '../admin-api.js';
import './picture-field.js';
import type { PictureField } from './picture-field.js';

const [first, second] = [`pic_${'A'.repeat(22)}`, `pic_${'B'.repeat(22)}`];

/** The start of a PNG that claims a size. */
function png(width: number, height: number, bytes = 33): File {
  const file = new Uint8Array(bytes);
  file.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]);
  const view = new DataView(file.buffer);
  view.setUint32(16, width);
  view.setUint32(20, height);
  return new File([file], '../../x.png', { type: 'image/png' });
}

interface Setup {
  readonly value?: string | null;
  readonly use?: 'logo' | 'background';
  readonly refusal?: Error;
}

async function setup({ value = first, use = 'logo', refusal }: Setup = {}) {
  const sent: [name: string, use: string][] = [];
  const api = {
    pictureUrl: () => 'data:,',
    uploadPicture: (file: File, what: string) => {
      sent.push([file.name, what]);
      return refusal ? Promise.reject(refusal) : Promise.resolve({ id: second });
    },
  } as unknown as AdminApi;
  const element = await fixture<PictureField>(
    html`<desk-picture-field .api=${api} .use=${use} label="Logo" .value=${value}></desk-picture-field>`,
  );
  const bench = uploadBench(element);
  const button = (words: string) => [...bench.root.querySelectorAll('button')].find((one) => one.ariaLabel === words);
  return { ...bench, sent, button };
}

describe('the field of a picture', () => {
  it('uploads what is chosen, and says its id', async () => {
    const { element, choose, sent } = await setup();
    const saying = oneEvent<CustomEvent<string>>(element, 'desk-file');
    choose(png(60, 20));
    expect((await saying).detail).to.equal(second);
    expect(sent.map(([, use]) => use)).to.deep.equal(['logo']);
  });

  for (const [what, file, words] of [
    ['a bomb', png(20_000, 20_000), 'too many pixels'],
    ['nothing to see', png(0, 0), 'cannot be read'],
    ['text', new File(['hi'], 'a.png', { type: 'image/png' }), 'no PNG, JPEG or WebP'],
    ['an empty file', new File([], 'a.png', { type: 'image/png' }), 'no PNG, JPEG or WebP'],
    ['a megabyte and a byte', png(60, 20, 1_024 * 1_024 + 1), 'larger than 1 MB'],
  ] as const)
    it(`refuses ${what} before it is sent, and keeps the picture there was (T35)`, async () => {
      const { choose, alert, sent, reported, root } = await setup();
      choose(file);
      await waitUntil(() => alert().includes(words), words);
      expect([sent, reported]).to.deep.equal([[], []]);
      expect(root.querySelector('img')).to.not.equal(null);
      expect(root.querySelector('button')?.getAttribute('aria-describedby')).to.equal('error hint');
    });

  it('takes ten megabytes for a background', async () => {
    const { element, choose } = await setup({ use: 'background' });
    const saying = oneEvent(element, 'desk-file');
    choose(png(60, 20, 1_024 * 1_024 + 1));
    await saying;
  });

  it('says what the server says, and can be tried again with the same file', async () => {
    const problem = {
      type: 'about:blank',
      title: 'The picture cannot be read',
      status: 400,
      code: 'picture_damaged',
      detail: 'Save it anew.',
    };
    const { choose, alert, reported, sent } = await setup({
      refusal: new ApiError(problem as ConstructorParameters<typeof ApiError>[0]),
    });
    choose(png(60, 20));
    await waitUntil(() => alert().includes('The picture cannot be read. Save it anew.'));
    choose(png(60, 20));
    await waitUntil(() => sent.length === 2);
    expect(reported).to.deep.equal([]);
  });

  it('takes the picture away, and the focus stays where one is chosen', async () => {
    const { element, reported, button, root } = await setup();
    button('Remove logo')?.click();
    expect(reported).to.deep.equal([null]);
    element.value = null;
    await element.updateComplete;
    await waitUntil(() => root.activeElement === button('Choose logo'));
    expect(button('Remove logo')).to.equal(undefined);
  });

  it('is accessible, refused and not', async () => {
    const { element, choose, alert } = await setup({ value: null });
    await expect(element).to.be.accessible();
    choose(new File(['hi'], 'a.png'));
    await waitUntil(() => alert() !== '');
    await expect(element).to.be.accessible();
  });
});
