import type { Queue } from '@carillon/contract';
import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import type { AdminApi } from './admin-api.js';
import './queue-form.js';
import type { QueueForm } from './queue-form.js';

const [music, words] = [`snd_${'A'.repeat(22)}`, `snd_${'B'.repeat(22)}`];
const queue = {
  id: `que_${'A'.repeat(22)}`,
  key: 'support',
  name: 'Support',
  ringMs: null,
  wrapUpMs: 0,
  autoAssign: true,
  waitingSound: 'ringing',
  holdSound: 'music',
  holdMusic: music,
  holdAnnouncement: null,
  agents: 2,
  waiting: 0,
  version: 4,
} as const satisfies Queue;

async function setup(item: Queue | null) {
  const sent: Record<string, unknown>[] = [];
  const api = {
    soundUrl: () => 'data:,',
    changeQueue: (id: string, body: object) => Promise.resolve(sent.push({ id, ...body })),
    createQueue: (body: object) => Promise.resolve(sent.push({ ...body })),
  } as unknown as AdminApi;
  const element = await fixture<QueueForm>(html`<desk-queue-form .api=${api}></desk-queue-form>`);
  await element.open(item);
  await element.updateComplete;
  const root = element.shadowRoot!;
  const choose = async (name: string, value: string) => {
    const field = root.querySelector<HTMLSelectElement | HTMLInputElement>(`[name="${name}"]`)!;
    field.value = value;
    field.dispatchEvent(new Event('change'));
    await element.updateComplete;
  };
  const sound = (label: string) => root.querySelector(`desk-sound-field[label="${label}"]`);
  const upload = async (label: string, id: string) => {
    sound(label)?.dispatchEvent(new CustomEvent('desk-file', { detail: id }));
    await element.updateComplete;
  };
  const save = () => root.querySelector<HTMLButtonElement>('button[type=submit]')!.click();
  const alert = () => root.querySelector('form > [role=alert]')?.textContent ?? '';
  return { element, root, sent, choose, sound, upload, save, alert };
}

describe('the form of a queue', () => {
  it('leaves what customers hear on hold as it is', async () => {
    const { save, sent } = await setup(queue);
    save();
    await waitUntil(() => sent.length === 1);
    expect(sent[0]).to.include({ version: 4, holdSound: 'music', holdMusic: music, holdAnnouncement: null });
  });

  it('offers music of one’s own only where music is heard, and forgets none that was tried (HLD-7)', async () => {
    const { choose, sound, save, sent } = await setup(queue);
    await choose('hold-sound', 'ringing');
    expect(sound('Music of your own')).to.equal(null);
    await choose('hold-sound', 'music');
    expect(sound('Music of your own')).to.have.property('value', music);
    await choose('hold-sound', 'none');
    save();
    await waitUntil(() => sent.length === 1);
    expect(sent[0]).to.include({ holdSound: 'none', holdMusic: null });
  });

  it('announces a file as often as is said, and asks for the file', async () => {
    const { choose, upload, save, sent, alert, root } = await setup(queue);
    expect(root.querySelector('[name=hold-every]')).to.equal(null);
    await choose('hold-says', 'file');
    save();
    await waitUntil(() => alert().includes('Choose the file'));
    await upload('Announcement file', words);
    await choose('hold-every', '45');
    save();
    await waitUntil(() => sent.length === 1);
    expect(sent[0]?.['holdAnnouncement']).to.eql({ sound: words, everyMs: 45_000 });
  });

  it('makes a new queue with the built-in sentence', async () => {
    const { root, choose, save, sent } = await setup(null);
    root.querySelector<HTMLInputElement>('[name=name]')!.value = 'Field service';
    await choose('hold-says', 'built-in');
    save();
    await waitUntil(() => sent.length === 1);
    expect(sent[0]).to.include({ key: 'field-service', holdSound: 'music', holdMusic: null });
    expect(sent[0]?.['holdAnnouncement']).to.eql({ sound: null, everyMs: 30_000 });
  });

  it('begins anew each time it is opened', async () => {
    const { element, choose, sound } = await setup(queue);
    await choose('hold-sound', 'ringing');
    element.shadowRoot!.querySelector('dialog')!.close();
    await element.open(queue);
    await element.updateComplete;
    expect(sound('Music of your own')).not.to.equal(null);
  });

  it('is accessible with all that is heard on hold', async () => {
    const { element, choose } = await setup(queue);
    await choose('hold-says', 'file');
    await expect(element).to.be.accessible();
  });
});
