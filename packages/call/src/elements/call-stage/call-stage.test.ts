import { expect, html, nextFrame } from '@open-wc/testing';
import { sendKeys, sendMouse } from '@web/test-runner-commands';
import { callFixture, wordsOf } from '../testing/call-fixture.js';
import type { CallChange } from '../testing/fake-call.js';
import { CcCallStage } from './call-stage.js';
import { cornerAt, cornerByKey, nextCorner, toCorner } from './corner.js';

const setup = async (change?: CallChange) => {
  const all = await callFixture<CcCallStage>(CcCallStage, html`<cc-call-stage></cc-call-stage>`, change);
  all.provider.style.display = 'block';
  all.provider.style.inlineSize = '400px';
  all.provider.style.blockSize = '300px';
  const self = () => all.root.querySelector('.self') as HTMLElement;
  const handle = () => all.root.querySelector('.move') as HTMLButtonElement;
  return { ...all, self, handle, words: () => wordsOf(all.root) };
};

describe('cc-call-stage', () => {
  it('fills itself with the other side and shows the own picture in a corner', async () => {
    const { root, call, self } = await setup({ remote: { camera: 'on' } });
    const remote = root.querySelector('.remotes cc-participant-tile') as Element;
    expect(remote.getBoundingClientRect().width).to.equal(400);
    expect(remote.getBoundingClientRect().height).to.equal(300);
    expect(self().getBoundingClientRect().width).to.be.closeTo(112, 1);
    expect(call.attached.sort()).to.deep.equal(['agent-1/camera', 'me/camera']);
  });

  it('gives a shared screen the stage, whole, with its owner small beside it (SHR-1)', async () => {
    const { root, call, set } = await setup({ remote: { camera: 'on', screen: 'on' } });
    const [shared, remote] = ['.shares', '.remotes'].map(
      (part) => root.querySelector(`${part} cc-participant-tile`) as HTMLElement,
    );
    expect(shared?.getBoundingClientRect().width).to.equal(400);
    expect(shared?.getBoundingClientRect().height).to.equal(300);
    expect(shared?.shadowRoot?.querySelector('video')?.ariaLabel).to.equal('Screen of Ana Kovač');
    expect(getComputedStyle(shared?.shadowRoot?.querySelector('video') as Element).objectFit).to.equal('contain');
    expect(remote?.getBoundingClientRect().width).to.be.lessThan(100);
    expect(call.attached.sort()).to.deep.equal(['agent-1/camera', 'agent-1/screen', 'me/camera']);
    await set({ remote: { screen: 'none' } });
    expect(root.querySelector('.shares')).to.equal(null);
    expect(call.attached.sort()).to.deep.equal(['agent-1/camera', 'me/camera']);
  });

  it('gives the stage to who began to share last, and keeps the other screen as a tile (E-30)', async () => {
    const { root, call, set } = await setup({ remote: { camera: 'on', screen: 'on' } });
    const shown = (part: string) => {
      const tiles = [...root.querySelectorAll<HTMLElement>(`${part} cc-participant-tile[source=screen]`)];
      return tiles.map((tile) => ({
        label: tile.shadowRoot?.querySelector('video')?.ariaLabel,
        width: Math.round(tile.getBoundingClientRect().width),
        height: Math.round(tile.getBoundingClientRect().height),
      }));
    };
    const [own, theirs] = ['You are sharing your screen', 'Screen of Ana Kovač'];
    const whole = { width: 400, height: 300 };
    const small = { width: 88, height: 66 };
    expect(shown('.shares')).to.deep.equal([{ label: theirs, ...whole }]);

    await set({ local: { screen: 'on' } });
    expect(shown('.shares')).to.deep.equal([{ label: own, ...whole }]);
    expect(shown('.remotes')).to.deep.equal([{ label: theirs, ...small }]);
    expect(call.attached.sort()).to.deep.equal(['agent-1/camera', 'agent-1/screen', 'me/camera', 'me/screen']);

    await set({ remote: { screen: 'none' } });
    expect(shown('.shares'), 'the own screen alone is seen where it is').to.deep.equal([]);
    expect(shown('.remotes')).to.deep.equal([]);
    expect(call.attached.sort()).to.deep.equal(['agent-1/camera', 'me/camera']);

    await set({ remote: { screen: 'on' } });
    expect(shown('.shares')).to.deep.equal([{ label: theirs, ...whole }]);
    expect(shown('.remotes')).to.deep.equal([{ label: own, ...small }]);
    await set({ local: { screen: 'none' } });
    expect(shown('.shares')).to.deep.equal([{ label: theirs, ...whole }]);
    expect(shown('.remotes')).to.deep.equal([]);
  });

  it('keeps more than one screen beside the last, each once, in the order in which they began (E-30)', async () => {
    const { root, call, set } = await setup({ remote: { screen: 'on' } });
    const [ana] = call.snapshot.remotes;
    if (!ana) throw new Error('nobody is there');
    await set({ local: { screen: 'on' } });
    await set({ remotes: [ana, { ...ana, identity: 'agent-2', name: 'Ben Carter' }] });
    const screens = (part: string) =>
      [...root.querySelectorAll(`${part} cc-participant-tile[source=screen]`)].map(
        (tile) => (tile as HTMLElement & { identity: string }).identity,
      );
    expect([screens('.shares'), screens('.remotes')]).to.deep.equal([['agent-2'], ['agent-1', 'me']]);
    await set({ remotes: [ana] });
    expect([screens('.shares'), screens('.remotes')]).to.deep.equal([['me'], ['agent-1']]);
  });

  it('shows a shared screen in an audio call, and the name again afterwards', async () => {
    const { root, set } = await setup({ record: { medium: 'audio' }, remote: { screen: 'on' } });
    expect(root.querySelector('.shares')).not.to.equal(null);
    expect(root.querySelector('.self'), 'no camera in an audio call').to.equal(null);
    await set({ remote: { screen: 'none' } });
    expect(root.querySelector('.audio')).not.to.equal(null);
  });

  for (const medium of ['video', 'audio'] as const)
    it(`says that the own screen is shared, in a ${medium} call`, async () => {
      const { root, set } = await setup({ record: { medium }, local: { screen: 'on' } });
      expect(wordsOf(root.querySelector('.sharing') as Element)).to.equal('You are sharing your screen');
      await set({ local: { screen: 'none' } });
      expect(root.querySelector('.sharing')).to.equal(null);
    });

  it('keeps every picture through a move in the page', async () => {
    const { host, provider, call } = await setup({ remote: { camera: 'on' } });
    const place = document.createElement('div');
    provider.append(place);
    for (let i = 0; i < 5; i++) place.append(host);
    await host.updateComplete;
    await nextFrame();
    expect(call.attached.sort()).to.deep.equal(['agent-1/camera', 'me/camera']);
    expect(call.asked, 'a move asks nothing of the call').to.deep.equal([]);
  });

  it('shows an audio call as a name and a clock', async () => {
    const { root, words } = await setup({ record: { medium: 'audio' } });
    expect(words()).to.contain('Ana Kovač');
    expect(root.querySelector('[role=timer]')?.textContent).to.equal('1:05');
    expect(root.querySelector('.self')).to.equal(null);
    expect(root.querySelector('cc-participant-tile')).to.equal(null);
  });

  it('counts by the clock of the server, and stops with the call', async () => {
    const { root, set } = await setup({ record: { medium: 'audio' }, clockOffsetMs: 20_000 - Date.now() });
    expect(root.querySelector('[role=timer]')?.textContent).to.equal('0:10');
    await set({ phase: 'ended', record: { endedAt: 99_000 } });
    expect(root.querySelector('[role=timer]')).to.equal(null);
    expect(wordsOf(root)).to.contain('Call ended');
  });

  it('says that it connects until the call is established', async () => {
    const { words } = await setup({ phase: 'connecting', remote: null, record: { establishedAt: null } });
    expect(words()).to.contain('Ana Kovač Connecting…');
  });

  it('shows who speaks on an audio call', async () => {
    const { root, set } = await setup({ record: { medium: 'audio' } });
    await set({ remote: { speaking: true } });
    expect(root.querySelector('.avatar')?.classList.contains('speaking')).to.equal(true);
  });

  it('shows two agents who talk with the customer, by both names, and which of them speaks (HLD-5)', async () => {
    const { root, call, set } = await setup({ record: { medium: 'audio' } });
    const [ana] = call.snapshot.remotes;
    if (!ana) throw new Error('nobody is there');
    const ben = { ...ana, identity: 'agent-2', name: 'Ben Carter', speaking: true };
    const consult = { name: 'Ben Carter', identity: 'agent-2', conference: true };
    await set({ record: { consult }, remotes: [ana, ben] });
    const shown = [...root.querySelectorAll('.avatar')].map((one) => [
      one.textContent?.trim(),
      one.classList.contains('speaking'),
    ]);
    expect(shown).to.eql([
      ['AK', false],
      ['BC', true],
    ]);
    expect(root.querySelector('.name')?.textContent).to.equal('Ana Kovač · Ben Carter');
  });

  for (const [title, change, words] of [
    ['on hold', { phase: 'held' }, 'On hold'],
    ['that this side reconnects', { phase: 'reconnecting' }, 'Reconnecting…'],
    ['that the other side reconnects', { record: { remoteAway: true } }, 'Ana Kovač is reconnecting…'],
  ] as const)
    it(`says ${title}, over a dimmed picture that stays`, async () => {
      const { root, call } = await setup({ remote: { camera: 'on' }, ...change });
      expect(wordsOf(root.querySelector('.notice') as Element)).to.equal(words);
      expect(root.querySelector('.remotes.dimmed')).not.to.equal(null);
      expect(call.attached).to.contain('agent-1/camera');
    });

  it('says nothing over a call that is well', async () => {
    const { root } = await setup();
    expect(root.querySelector('.veil')).to.equal(null);
    expect(root.querySelector('.dimmed')).to.equal(null);
  });

  it('offers the click that the browser wants before it plays sound', async () => {
    const { root, call } = await setup({ playbackBlocked: true });
    const button = root.querySelector('.sound button') as HTMLButtonElement;
    expect(wordsOf(button)).to.equal('Turn on sound');
    button.click();
    expect(call.asked).to.deep.equal(['resumePlayback']);
  });

  it('keeps the right picture for each participant when one leaves', async () => {
    const { root, call, set, host } = await setup({ remote: { camera: 'on' } });
    const [first] = call.snapshot.remotes;
    if (!first) throw new Error('nobody there');
    call.set({ remotes: [{ ...first, identity: 'agent-2' }, first] });
    await host.updateComplete;
    const tiles = [...root.querySelectorAll<HTMLElement & { identity: string }>('.remotes cc-participant-tile')];
    expect(tiles.map(({ identity }) => identity)).to.deep.equal(['agent-2', 'agent-1']);
    await set({ remotes: [first] });
    expect(root.querySelector('.remotes cc-participant-tile')).to.equal(tiles[1]);
  });

  describe('the own picture', () => {
    it('is moved by the arrow keys, and says where it is', async () => {
      const { host, self, handle, announced } = await setup();
      handle().focus();
      await sendKeys({ press: 'ArrowUp' });
      expect(host.selfCorner).to.equal('top-end');
      await sendKeys({ press: 'ArrowLeft' });
      await host.updateComplete;
      expect(host.selfCorner).to.equal('top-start');
      expect(self().dataset['corner']).to.equal('top-start');
      expect(announced().at(-1)).to.equal('Your picture is now at the top left');
      expect(document.activeElement).to.equal(host);
    });

    it('goes to the next corner with a press, back to the first after four', async () => {
      const { host, handle } = await setup();
      const corners = Array.from({ length: 4 }, () => {
        handle().click();
        return host.selfCorner;
      });
      expect(corners).to.deep.equal(['bottom-start', 'top-start', 'top-end', 'bottom-end']);
    });

    it('is dragged to the nearest corner, and a drag is no press', async () => {
      const { host, self, handle } = await setup();
      const tile = self().getBoundingClientRect();
      const stage = host.getBoundingClientRect();
      const [x, y] = [Math.round(tile.x + tile.width / 2), Math.round(tile.y + tile.height / 2)];
      await sendMouse({ type: 'move', position: [x, y] });
      await sendMouse({ type: 'down' });
      await sendMouse({ type: 'move', position: [Math.round(stage.x + 90), Math.round(stage.y + 60)] });
      expect(self().style.translate).not.to.equal('');
      await sendMouse({ type: 'up' });
      await host.updateComplete;
      expect(host.selfCorner).to.equal('top-start');
      expect(self().style.translate).to.equal('');
      handle().click();
      expect(host.selfCorner).to.equal('top-end');
    });

    it('stays inside the stage in every corner', async () => {
      const { host, self } = await setup();
      const stage = host.getBoundingClientRect();
      for (const corner of ['top-start', 'top-end', 'bottom-start', 'bottom-end']) {
        host.selfCorner = corner;
        await host.updateComplete;
        const box = self().getBoundingClientRect();
        const gaps = [box.top - stage.top, stage.bottom - box.bottom, box.left - stage.left, stage.right - box.right];
        expect(gaps.filter((gap) => Math.abs(gap - 12) < 0.6).length, corner).to.equal(2);
        expect(Math.min(...gaps)).to.be.greaterThan(11);
      }
    });
  });
});

describe('corners', () => {
  for (const [corner, key, rtl, target] of [
    ['bottom-end', 'ArrowLeft', false, 'bottom-start'],
    ['bottom-end', 'ArrowLeft', true, 'bottom-end'],
    ['bottom-end', 'ArrowRight', true, 'bottom-start'],
    ['bottom-end', 'ArrowUp', false, 'top-end'],
    ['top-start', 'ArrowDown', false, 'bottom-start'],
    ['top-start', 'Enter', false, undefined],
  ] as const)
    it(`${key} at ${corner}${rtl ? ' from the right' : ''} leads to ${String(target)}`, () => {
      expect(cornerByKey(corner, key, rtl)).to.equal(target);
    });

  for (const [x, y, rtl, corner] of [
    [0.49, 0.49, false, 'top-start'],
    [0.5, 0.49, false, 'top-end'],
    [0.49, 0.5, false, 'bottom-start'],
    [0.2, 0.9, true, 'bottom-end'],
    [0.8, 0.1, true, 'top-start'],
  ] as const)
    it(`(${x}, ${y})${rtl ? ' from the right' : ''} is ${corner}`, () => expect(cornerAt(x, y, rtl)).to.equal(corner));

  it('are the usual one where an attribute is none', () => {
    expect([toCorner('left'), toCorner(null), nextCorner('bottom-end')]).to.deep.equal([
      'bottom-end',
      'bottom-end',
      'bottom-start',
    ]);
  });
});
