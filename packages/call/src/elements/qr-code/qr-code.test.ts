import { expect, fixture } from '@open-wc/testing';
import { leftOut } from '../testing/left-out.js';
import { qrPath, renderQr } from './qr-code.js';

const url = 'https://calls.example/j/abcdefghijklmnopqrstuQ';

/** Whether a module is dark in a path of unit squares. */
const dark = (path: string, x: number, y: number) => path.includes(`M${x} ${y}h1v1h-1z`);

describe('the QR code of a link', () => {
  it('has its three finder patterns, inside a quiet zone of four modules', async () => {
    const { path, size } = await qrPath(url);
    for (const [left, top] of [
      [4, 4],
      [size - 11, 4],
      [4, size - 11],
    ] as const) {
      expect([dark(path, left, top), dark(path, left + 6, top + 6)]).to.deep.equal([true, true]);
      expect([dark(path, left + 1, top + 1), dark(path, left + 3, top + 3)]).to.deep.equal([false, true]);
    }
    for (let i = 0; i < size; i++) expect([dark(path, i, 3), dark(path, 3, i)]).to.deep.equal([false, false]);
  });

  it('is another one for another link', async () => {
    expect((await qrPath(url)).path).not.to.equal((await qrPath(url.replace('abc', 'abd'))).path);
  });

  it('is a picture with words, dark on light', async () => {
    const drawn = await fixture<SVGElement>(renderQr(await qrPath(url), 'QR code of the call link'));
    expect(drawn.getAttribute('aria-label')).to.equal('QR code of the call link');
    expect(drawn.querySelector('path')?.getAttribute('fill')).to.equal('#000');
    expect(drawn.querySelector('rect')?.getAttribute('fill')).to.equal('#fff');
  });

  it('is read back by the browser’s own reader, where it has one', async function () {
    if (!('BarcodeDetector' in window)) leftOut(this, 'there is no BarcodeDetector');
    const Detector = (
      window as unknown as {
        BarcodeDetector: new () => { detect(from: ImageBitmapSource): Promise<readonly { rawValue: string }[]> };
      }
    ).BarcodeDetector;
    const { path, size } = await qrPath(url);
    const canvas = new OffscreenCanvas(size * 8, size * 8);
    const pen = canvas.getContext('2d')!;
    pen.fillStyle = '#fff';
    pen.fillRect(0, 0, canvas.width, canvas.height);
    pen.scale(8, 8);
    pen.fillStyle = '#000';
    pen.fill(new Path2D(path));
    const found = await new Detector().detect(canvas.transferToImageBitmap()).catch(() => null);
    if (found === null) leftOut(this, 'the BarcodeDetector has nothing to read with');
    expect(found.map(({ rawValue }) => rawValue)).to.deep.equal([url]);
  });
});
