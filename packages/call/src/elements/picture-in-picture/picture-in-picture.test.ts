import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { callFixture, wordsOf } from '../testing/call-fixture.js';
import type { CallChange } from '../testing/fake-call.js';
import type { DocumentPictureInPicture } from './picture-in-picture-api.js';
import { CcPictureInPicture } from './picture-in-picture.js';

type Holder = { documentPictureInPicture?: DocumentPictureInPicture };

/** A browser whose small window is a frame of the test's, or that has none, or refuses. */
async function setup(change: CallChange = {}, browser: 'has' | 'refuses' = 'has') {
  const frame = await fixture<HTMLIFrameElement>(html`<iframe title="small window"></iframe>`);
  const target = frame.contentWindow as Window;
  let closed = 0;
  target.close = () => void closed++;
  const holder = globalThis as Holder;
  const before = Object.getOwnPropertyDescriptor(globalThis, 'documentPictureInPicture');
  Object.defineProperty(globalThis, 'documentPictureInPicture', {
    configurable: true,
    value: {
      window: null,
      requestWindow: () => (browser === 'has' ? Promise.resolve(target) : Promise.reject(new Error('NotAllowedError'))),
    } satisfies DocumentPictureInPicture,
  });
  restore = () => {
    if (before) Object.defineProperty(globalThis, 'documentPictureInPicture', before);
    else delete holder.documentPictureInPicture;
  };
  const made = await callFixture<CcPictureInPicture>(
    CcPictureInPicture,
    html`<cc-picture-in-picture></cc-picture-in-picture>`,
    change,
  );
  const button = made.root.querySelector('button') as HTMLButtonElement;
  const page = () => target.document;
  const inside = (name: string) => page().querySelector<HTMLButtonElement>(`button[aria-label='${name}']`);
  const open = async () => {
    button.click();
    await waitUntil(() => made.host.hasAttribute('open'));
  };
  return { ...made, button, target, page, inside, open, closed: () => closed };
}

let restore: () => void = () => undefined;
afterEach(() => restore());

const seen: CallChange = { remote: { camera: 'on' } };

describe('cc-picture-in-picture', () => {
  it('shows the call in a small window with its picture, name, time and controls', async () => {
    const { open, page, inside, button, call, host } = await setup(seen);
    expect(wordsOf(button)).to.equal('Show in a small window');
    await open();
    expect(page().body.textContent).to.contain('Ana Kovač');
    expect(page().querySelector('[role=timer]')?.textContent).to.equal('1:05');
    expect(page().querySelector('video')).not.to.equal(null);
    expect(call.attached).to.eql(['agent-1/camera']);
    for (const name of ['Mute', 'Turn camera off', 'End call']) expect(inside(name), name).not.to.equal(null);
    expect(wordsOf(button)).to.equal('Close the small window');
    await expect(host).to.be.accessible();
  });

  it('looks as it should without the styles of the page', async () => {
    const { open, page, target } = await setup();
    await open();
    expect(page().adoptedStyleSheets).to.have.length(1);
    expect(target.getComputedStyle(page().body).backgroundColor).to.equal('rgb(14, 16, 19)');
  });

  it('asks the call for what is pressed there, as the controls of the page do', async () => {
    const { open, inside, call, set, host } = await setup(seen);
    const asked: string[] = [];
    for (const name of ['cc-mute-request', 'cc-camera-off-request', 'cc-hangup-request'])
      host.addEventListener(name, () => asked.push(name));
    await open();
    inside('Mute')?.click();
    inside('Turn camera off')?.click();
    expect(call.asked).to.eql(['mute', 'cameraOff']);
    await set({ local: { microphone: 'muted', camera: 'none' } });
    inside('Unmute')?.click();
    inside('Turn camera on')?.click();
    inside('End call')?.click();
    expect(call.asked).to.eql(['mute', 'cameraOff', 'unmute', 'cameraOn', 'hangup']);
    expect(asked).to.eql(['cc-mute-request', 'cc-camera-off-request', 'cc-hangup-request']);
  });

  it('shows the name where nobody is seen, and the screen before the face', async () => {
    const { open, page, set, call } = await setup();
    await open();
    expect(page().querySelector('video')).to.equal(null);
    expect(page().querySelector('.avatar')?.textContent).to.equal('AK');
    await set({ remote: { camera: 'on', screen: 'on' } });
    expect(call.attached).to.eql(['agent-1/screen']);
    await set({ remote: { camera: 'on', screen: 'none' } });
    expect(call.attached).to.eql(['agent-1/camera']);
    await set({ remote: { camera: 'none' } });
    expect(call.attached).to.eql([]);
  });

  it('says that the call is held, without what means nothing then', async () => {
    const { open, page, inside, set } = await setup(seen);
    await open();
    await set({ phase: 'held', record: { state: 'held' } });
    expect(page().body.textContent).to.contain('On hold');
    expect(inside('Mute')).to.equal(null);
    expect(inside('End call')).not.to.equal(null);
  });

  it('speaks the language of the page', async () => {
    const { open, page, provider } = await setup();
    provider.lang = 'ar';
    await open();
    await waitUntil(() => page().documentElement.dir === 'rtl');
    expect(page().documentElement.lang).to.equal('ar');
  });

  it('closes by its button, and lets go of the picture', async () => {
    const { open, button, host, closed, call } = await setup(seen);
    await open();
    button.click();
    await waitUntil(() => !host.hasAttribute('open'));
    expect([closed(), call.attached]).to.eql([1, []]);
  });

  it('knows that the person has closed the window, and leaves the call alone', async () => {
    const { open, target, host, call } = await setup(seen);
    await open();
    target.dispatchEvent(new Event('pagehide'));
    await waitUntil(() => !host.hasAttribute('open'));
    expect(call.asked).to.eql([]);
  });

  it('closes with the call, and is not offered before and after', async () => {
    const { open, set, host, closed } = await setup(seen);
    await open();
    await set({ phase: 'ended' });
    expect([closed(), host.hasAttribute('available')]).to.eql([1, false]);
    await set({ phase: 'waiting' });
    expect(host.hasAttribute('available')).to.equal(false);
  });

  it('closes when the element is taken away', async () => {
    const { open, host, closed } = await setup();
    await open();
    host.remove();
    expect(closed()).to.equal(1);
  });

  it('says so where the browser refuses, and reports it', async () => {
    const { button, host, announced } = await setup({}, 'refuses');
    const codes: string[] = [];
    host.addEventListener('cc-call-error', ({ code }) => codes.push(code));
    button.click();
    await waitUntil(() => codes.length > 0);
    expect(codes).to.eql(['picture-in-picture-refused']);
    expect(announced()).to.eql(['The small window could not be opened.']);
    expect(host.hasAttribute('open')).to.equal(false);
  });
});
