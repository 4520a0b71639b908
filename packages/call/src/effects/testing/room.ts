import { seededRandom } from './random.js';

/** A room with much to read in it: window, bookshelf, picture, plant, desk. Always the same, 1280 × 720. */
export function drawRoom(): OffscreenCanvas {
  const canvas = new OffscreenCanvas(1280, 720);
  const c = canvas.getContext('2d', { alpha: false });
  if (!c) throw new Error('no 2d context');
  const random = seededRandom(7);
  const box = (color: string, x: number, y: number, w: number, h: number) => {
    c.fillStyle = color;
    c.fillRect(x, y, w, h);
  };
  const wall = c.createLinearGradient(0, 0, 1280, 500);
  wall.addColorStop(0, '#dfdad0');
  wall.addColorStop(1, '#9a968f');
  c.fillStyle = wall;
  c.fillRect(0, 0, 1280, 720);

  box('#8c6e5a', 50, 50, 290, 380);
  box('#ebf5fa', 60, 60, 270, 360);
  for (let i = 0; i < 8; i++) box('#c8beb4', 60, 58 + 45 * i, 270, 6);

  box('#644128', 820, 40, 420, 600);
  for (let shelf = 0; shelf < 5; shelf++) {
    const top = 60 + shelf * 118;
    box('#3c2819', 835, top, 390, 98);
    for (let x = 840; x < 1200;) {
      const width = 12 + random() * 22;
      const height = 55 + random() * 40;
      box(
        `hsl(${Math.round(random() * 360)} 60% ${Math.round(25 + random() * 45)}%)`,
        x,
        top + 98 - height,
        width,
        height,
      );
      box('#dcdcdc', x + 3, top + 108 - height, width - 6, 6);
      x += width + 2;
    }
  }

  box('#3c3c3c', 470, 70, 250, 160);
  box('#3c7896', 482, 82, 226, 136);
  c.fillStyle = '#dcb43c';
  c.beginPath();
  c.arc(600, 150, 45, 0, 2 * Math.PI);
  c.fill();

  c.lineWidth = 7;
  for (let i = 0; i < 40; i++) {
    const angle = -Math.PI * random();
    const length = 60 + random() * 90;
    c.strokeStyle = `rgb(50 ${Math.round(90 + random() * 80)} 40)`;
    c.beginPath();
    c.moveTo(430, 560);
    c.lineTo(430 + Math.cos(angle) * length, 560 + Math.sin(angle) * length);
    c.stroke();
  }
  box('#a0503c', 395, 560, 70, 100);
  box('#825f46', 0, 660, 1280, 60);
  return canvas;
}
