/** Pictures of a company that is not there, drawn here: by id, as the server would give them. */
export const testLogo = `pic_${'L'.repeat(22)}`;
export const testBackground = `pic_${'B'.repeat(22)}`;

function paint(width: number, height: number, draw: (context: CanvasRenderingContext2D) => void): string {
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width, height });
  const context = canvas.getContext('2d');
  if (context) draw(context);
  return canvas.toDataURL('image/png');
}

/** A sun over two hills, busier than anything should be behind text. */
function landscape(context: CanvasRenderingContext2D): void {
  const sky = context.createLinearGradient(0, 0, 0, 900);
  sky.addColorStop(0, '#1b6ca8');
  sky.addColorStop(1, '#f9d976');
  context.fillStyle = sky;
  context.fillRect(0, 0, 1_600, 900);
  for (const [color, x, y, radius] of [
    ['#fff4c2', 1_150, 260, 120],
    ['#2d6a4f', 400, 1_250, 620],
    ['#1b4332', 1_250, 1_350, 720],
  ] as const) {
    context.fillStyle = color;
    context.beginPath();
    context.arc(x, y, radius, 0, 7);
    context.fill();
  }
}

/** A sign of two bars and a word, wider than it is high. */
function sign(context: CanvasRenderingContext2D): void {
  context.fillStyle = '#0f62c4';
  context.fillRect(8, 8, 24, 80);
  context.fillRect(40, 32, 24, 56);
  context.font = '700 64px sans-serif';
  context.fillText('Nord', 80, 72);
}

const drawn = new Map<string, string>();

/** Where a picture is, by its id. */
export function testPictureUrl(id: string): string {
  const url =
    drawn.get(id) ??
    (id === testBackground ? paint(1_600, 900, landscape) : id === testLogo ? paint(260, 96, sign) : '');
  drawn.set(id, url);
  return url === '' ? 'data:image/png;base64,' : url;
}
