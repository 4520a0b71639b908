import type { CreateLinkConfigurationRequest, LinkConfiguration, Queue } from '@carillon/contract';
import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import type { AdminApi } from '../admin-api.js';
import { emptyConfiguration } from './form-values.js';
import './link-form.js';
import type { LinkForm } from './link-form.js';

const queueId = `que_${'A'.repeat(22)}`;
const queues = [
  { id: `que_${'B'.repeat(22)}`, name: 'Sales' },
  { id: queueId, name: 'Support' },
] as unknown as readonly Queue[];

const plain: LinkConfiguration = {
  ...emptyConfiguration(queueId, 'Acme'),
  key: 'sales',
  name: 'Sales links',
  version: 3,
  brand: { ...emptyConfiguration(queueId, 'Acme').brand, welcome: 'Hello' },
};
const rich: LinkConfiguration = {
  ...plain,
  kind: 'expiry',
  media: 'video',
  lifeMs: 90 * 60_000,
  brand: { ...plain.brand, color: '#ffd400', background: '#204060', logo: `pic_${'L'.repeat(22)}` },
  language: { mode: 'preset', language: 'ar' },
  texts: { ar: { welcome: 'أهلًا' }, de: { ended: 'Danke' } },
  hours: { timeZone: 'Asia/Tokyo', days: ['sat', 'sun'], from: '22:00', to: '24:00' },
  routing: { to: 'sharer', fallbackMs: 45_000, whenBusy: 'wait' },
  initialOptions: { muted: true, cameraOff: true, camera: 'back' },
  callOptions: { mute: true, camera: false, switchCamera: true, screenShare: false, chat: true, settings: false },
  consent: 'ask',
  rating: false,
};

async function setup(configuration: LinkConfiguration) {
  const changed: Record<string, unknown>[] = [];
  const made: CreateLinkConfigurationRequest[] = [];
  const api = {
    pictureUrl: () => 'data:,',
    changeConfiguration: (key: string, body: object) => Promise.resolve(changed.push({ key, ...body })),
    createConfiguration: (body: CreateLinkConfigurationRequest) => Promise.resolve(made.push(body)),
  } as unknown as AdminApi;
  const element = await fixture<LinkForm>(html`
    <desk-link-form .api=${api} .queues=${queues} .configuration=${configuration}></desk-link-form>
  `);
  await element.updateComplete;
  const root = element.shadowRoot!;
  const field = (name: string) => root.querySelector<HTMLInputElement>(`[name="${name}"]`)!;
  const type = async (name: string, value: string) => {
    const input = field(name);
    input.value = value;
    input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    await element.updateComplete;
  };
  const save = () => root.querySelector<HTMLButtonElement>('button[type=submit]')!.click();
  return { element, root, changed, made, field, type, save };
}

describe('the form of a link configuration', () => {
  for (const [what, configuration] of [
    ['plain', plain],
    ['full', rich],
    ['by sound only', { ...rich, media: 'audio' }],
    ['a time-frame', { ...rich, kind: 'time-frame' }],
  ] as const)
    it(`changes nothing of one that is only saved: ${what}`, async () => {
      const { changed, save } = await setup(configuration);
      save();
      await waitUntil(() => changed.length === 1);
      const same = Object.fromEntries(
        Object.entries(configuration).filter(([name]) => name !== 'archivedAt' && name !== 'queueName'),
      );
      expect(changed[0]).to.deep.equal(same);
    });

  it('has no control for a camera where there is none, and gives it back where there is', async () => {
    const { type, field } = await setup(rich);
    await type('media', 'audio');
    expect([field('initial.cameraOff').type, field('call.switchCamera').type]).to.deep.equal(['hidden', 'hidden']);
    await type('media', 'both');
    expect(field('initial.cameraOff').checked).to.equal(true);
  });

  it('writes the texts of each language in its own direction, and mixes none', async () => {
    const { type, field, changed, save } = await setup(rich);
    expect([field('texts:welcome').value, field('texts:welcome').dir]).to.deep.equal(['أهلًا', 'rtl']);
    await type('textsOf', 'de');
    expect([field('texts:welcome').value, field('texts:ended').value, field('texts:ended').dir]).to.deep.equal([
      '',
      'Danke',
      'ltr',
    ]);
    await type('texts:ended', 'Vielen Dank');
    await type('textsOf', 'ar');
    expect(field('texts:ended').value).to.equal('');
    save();
    await waitUntil(() => changed.length === 1);
    expect(changed[0]?.['texts']).to.deep.equal({ ar: { welcome: 'أهلًا' }, de: { ended: 'Vielen Dank' } });
  });

  it('makes a key of the name, until somebody has one of their own', async () => {
    const { type, field, made, save } = await setup(emptyConfiguration(queueId, 'Acme'));
    await type('name', 'Über uns 2');
    expect(field('key').value).to.equal('uber-uns-2');
    await type('key', 'own');
    await type('name', 'Something else');
    expect(field('key').value).to.equal('own');
    await type('brand.welcome', 'Hello');
    save();
    await waitUntil(() => made.length === 1);
    expect([made[0]?.key, made[0]?.name, made[0]?.queueId]).to.deep.equal(['own', 'Something else', queueId]);
  });

  it('says what is wrong at its field, goes to the first, and sends nothing', async () => {
    const { type, save, field, root, changed, element } = await setup(plain);
    await type('brand.color', 'javascript:alert(1)');
    await type('brand.welcome', ' ');
    save();
    await waitUntil(() => root.activeElement === field('brand.welcome'));
    for (const name of ['brand.color', 'brand.welcome']) {
      expect(field(name).getAttribute('aria-invalid'), name).to.equal('true');
      const [error = ''] = (field(name).getAttribute('aria-describedby') ?? '').split(' ');
      expect(root.getElementById(error)?.textContent, name).to.match(/is needed/);
    }
    expect(changed).to.deep.equal([]);
    await expect(element).to.be.accessible();
    await type('brand.welcome', 'Hello');
    expect(field('brand.welcome').hasAttribute('aria-invalid'), 'what is mended is not held against anybody').to.equal(
      false,
    );
  });

  it('does not archive the configuration that has to stay, or one that is not there yet', async () => {
    const hasArchive = ({ root }: { readonly root: ShadowRoot }) => root.querySelector('.danger') !== null;
    expect(hasArchive(await setup(plain))).to.equal(true);
    expect(hasArchive(await setup({ ...plain, key: 'default' }))).to.equal(false);
    expect(hasArchive(await setup(emptyConfiguration(queueId, 'Acme')))).to.equal(false);
  });
});
