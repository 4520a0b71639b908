import { elementUpdated, expect, fixtureSync, html } from '@open-wc/testing';
import type { WrapUpExtension } from '@carillon/contract';
import { MockProblem } from '../../adapter/mock-script.js';
import { mountDesk } from '../../testing/mount-desk.js';
import { CcWrapup } from './wrapup.js';

async function setup({
  wrapUpMs = 30_000,
  wrapUpExtension = 'none',
  dispositions = [],
  rating = true,
}: {
  wrapUpMs?: number;
  wrapUpExtension?: WrapUpExtension;
  dispositions?: readonly string[];
  rating?: boolean;
} = {}) {
  let now = 1_000_000;
  const desk = await mountDesk(html`<cc-wrapup></cc-wrapup>`, [CcWrapup], {
    script: { wrapUpMs, wrapUpExtension, dispositions, rating, now: () => now },
  });
  const element = desk.provider.querySelector('cc-wrapup') as CcWrapup;
  const { world } = desk.desk;
  const end = async () => {
    world.ring({ caller: { name: 'Marija Horvat' } });
    world.connect();
    world.customerHangup();
    await elementUpdated(element);
  };
  const find = <T extends Element>(selector: string) => element.renderRoot.querySelector<T>(selector) as T;
  const note = () => find<HTMLTextAreaElement>('textarea');
  const write = (text: string) => {
    note().value = text;
    note().dispatchEvent(new InputEvent('input', { bubbles: true }));
  };
  const close = () => [...element.renderRoot.querySelectorAll('button')].at(-1) as HTMLButtonElement;
  /** The server's clock goes on. */
  const pass = async (ms: number) => {
    now += ms;
    await desk.desk.session.state();
    desk.session.stop();
    desk.session.start();
    await desk.until(({ snapshot }) => snapshot.connection === 'live');
    await elementUpdated(element);
  };
  return { ...desk, world, element, end, find, note, write, close, pass };
}

describe('cc-wrapup', () => {
  it('shows nothing before a call has ended', async () => {
    const { element } = await setup();
    expect(element.renderRoot.querySelector('section')).to.equal(null);
  });

  it('appears when the call ends, counts to the time of the server, and is announced (WRP-1, WRP-5)', async () => {
    const { end, find, announced } = await setup();
    await end();
    expect(find<HTMLElement>('[role=timer]').innerText).to.equal('0:30 left');
    expect(announced().at(-1)).to.equal('The call with Marija Horvat has ended. Wrap-up, 30 seconds.');
  });

  it('stays calm until ten seconds are left, then asks for attention', async () => {
    const { end, find, pass } = await setup();
    await end();
    await pass(19_000);
    expect(find<HTMLElement>('section').dataset['almostOver']).to.equal('false');
    await pass(1_000);
    expect(find<HTMLElement>('section').dataset['almostOver']).to.equal('true');
    expect(find<HTMLElement>('[role=timer]').innerText).to.equal('0:10 left');
  });

  it('gives ten seconds more, as often as it may (WRP-6)', async () => {
    const { end, find, until, element, announced, desk } = await setup({ wrapUpExtension: 'seconds' });
    await end();
    const button = () => find<HTMLButtonElement>('.extend');
    expect(button().innerText.trim()).to.equal('+10 seconds');
    button().click();
    await until(({ snapshot }) => snapshot.pending === null);
    await elementUpdated(element);
    expect(find<HTMLElement>('[role=timer]').innerText).to.equal('0:40 left');
    expect(announced().at(-1)).to.equal('0:40 left now.');
    expect(desk.asked.filter((one) => one.startsWith('extend'))).to.have.length(1);
  });

  it('gives time until it is closed, and then has no more to give (WRP-6)', async () => {
    const { end, find, until, element } = await setup({ wrapUpExtension: 'more' });
    await end();
    expect(find<HTMLButtonElement>('.extend').innerText.trim()).to.equal('+ More time');
    find<HTMLButtonElement>('.extend').click();
    await until(({ snapshot }) => snapshot.pending === null);
    await elementUpdated(element);
    expect(find<HTMLElement>('[role=timer]').innerText).to.equal('10:00 left');
    expect(find('.extend')).to.equal(null);
  });

  it('is calm again once it was extended in its last seconds', async () => {
    const { end, find, pass, until, element } = await setup({ wrapUpExtension: 'more' });
    await end();
    await pass(25_000);
    expect(find<HTMLElement>('section').dataset['almostOver']).to.equal('true');
    find<HTMLButtonElement>('.extend').click();
    await until(({ snapshot }) => snapshot.pending === null);
    await elementUpdated(element);
    expect(find<HTMLElement>('section').dataset['almostOver']).to.equal('false');
  });

  it('offers no more time where the company does not (WRP-6)', async () => {
    const { end, find } = await setup();
    await end();
    expect(find('.extend')).to.equal(null);
  });

  it('may be kept by the host page from being extended', async () => {
    const { end, find, element, desk } = await setup({ wrapUpExtension: 'seconds' });
    await end();
    element.addEventListener('cc-wrapup-extend-request', (event) => event.preventDefault());
    find<HTMLButtonElement>('.extend').click();
    expect(desk.asked.some((one) => one.startsWith('extend'))).to.equal(false);
  });

  it('never counts below zero', async () => {
    const { end, find, pass } = await setup();
    await end();
    await pass(31_000);
    expect(find<HTMLElement>('[role=timer]').innerText).to.equal('0:00 left');
  });

  it('saves the note while it is written and says so quietly', async () => {
    const { end, write, find, element, desk, note } = await setup();
    await end();
    write('Wants a new router.');
    note().dispatchEvent(new FocusEvent('blur'));
    await elementUpdated(element);
    await elementUpdated(element);
    expect(desk.world.wrapUp?.note).to.equal('Wants a new router.');
    const state = find<HTMLElement>('#note-state');
    expect(state.innerText.trim()).to.equal('Saved');
    expect(state.getAttribute('role')).to.equal('status');
  });

  it('sends the note off when the time is over (E-33)', async () => {
    const { end, write, desk, world, element } = await setup();
    await end();
    write('half a sent');
    world.endWrapUp('timer');
    await elementUpdated(element);
    expect(desk.asked.filter((asked) => asked.startsWith('save-note'))).to.have.length(1);
  });

  it('sends the note off when the element is taken off the page', async () => {
    const { end, write, desk, element } = await setup();
    await end();
    write('half a sent');
    element.remove();
    await Promise.resolve();
    expect(desk.asked.filter((asked) => asked.startsWith('save-note'))).to.have.length(1);
  });

  describe('has a summary beside the note (WRP-2)', () => {
    const field = (element: CcWrapup) => element.renderRoot.querySelector('#summary') as HTMLTextAreaElement;
    const sum = async (element: CcWrapup, text: string) => {
      field(element).value = text;
      field(element).dispatchEvent(new InputEvent('input', { bubbles: true }));
      await elementUpdated(element);
    };

    it('that saves itself and says so, on its own', async () => {
      const { end, element, desk, find } = await setup();
      await end();
      await sum(element, 'Billing, solved.');
      field(element).dispatchEvent(new FocusEvent('blur'));
      await elementUpdated(element);
      await elementUpdated(element);
      expect([desk.world.wrapUp?.summary, desk.world.wrapUp?.note]).to.deep.equal(['Billing, solved.', '']);
      expect(find<HTMLElement>('#summary-state').innerText.trim()).to.equal('Saved');
      expect(find<HTMLElement>('#note-state').innerText.trim()).to.equal('');
    });

    it('that is sent off when the time is over (E-33), and goes along when it is closed', async () => {
      const { end, element, desk, world, close, until } = await setup();
      await end();
      await sum(element, 'half a sent');
      world.endWrapUp('timer');
      await elementUpdated(element);
      expect(desk.asked.filter((asked) => asked.startsWith('save-summary'))).to.have.length(1);
      await end();
      expect(field(element).value).to.equal('');
      await sum(element, 'Solved.');
      const id = world.wrapUp?.conversationId ?? '';
      close().click();
      await until(({ snapshot }) => snapshot.wrapUp === null);
      expect(
        world
          .timeline(id)
          .filter(({ type }) => type === 'summary_saved')
          .at(-1)?.text,
      ).to.equal('Solved.');
    });

    it('that is refused when it is too long', async () => {
      const { end, element, find, close } = await setup();
      await end();
      await sum(element, 'a'.repeat(1_001));
      expect(find<HTMLElement>('#summary-state').innerText).to.contain('longer than 1,000');
      expect([field(element).ariaInvalid, close().disabled]).to.deep.equal(['true', true]);
      await sum(element, 'a'.repeat(1_000));
      expect(close().disabled).to.equal(false);
    });
  });

  it('closes with the note and the chosen status (WRP-7)', async () => {
    const { end, write, find, close, requests, world, until } = await setup();
    await end();
    const conversationId = world.wrapUp?.conversationId ?? '';
    write('Done.');
    const select = find<HTMLSelectElement>('select');
    select.value = 'closed';
    select.dispatchEvent(new Event('change', { bubbles: true }));
    close().click();
    await until(({ snapshot }) => snapshot.wrapUp === null);
    expect(requests).to.deep.equal(['cc-wrapup-close-request']);
    expect(world.conversations.find(({ id }) => id === conversationId)?.status).to.equal('closed');
    expect(world.timeline(conversationId).at(-1)?.text).to.equal('Done.');
  });

  it('stays open when the host cancels the close', async () => {
    const { end, close, provider, session } = await setup();
    await end();
    provider.addEventListener('cc-wrapup-close-request', (event) => event.preventDefault());
    close().click();
    expect(session.snapshot.wrapUp).not.to.equal(null);
  });

  it('keeps note and window when the server refuses to close', async () => {
    const { end, write, close, desk, note, element, until } = await setup();
    await end();
    write('Keep me.');
    desk.refuseNext = new MockProblem('internal');
    close().click();
    await until(({ snapshot }) => snapshot.notices.length > 0);
    await elementUpdated(element);
    expect(note().value).to.equal('Keep me.');
  });

  it('brings the note back after a reload (E-21)', async () => {
    const { end, world, element, session, until } = await setup();
    await end();
    if (world.wrapUp) world.wrapUp = { ...world.wrapUp, note: 'Written before.' };
    session.stop();
    session.start();
    await until(({ snapshot }) => snapshot.wrapUp !== null);
    const again = document.createElement('cc-wrapup');
    element.replaceWith(again);
    await elementUpdated(again);
    expect(again.renderRoot.querySelector('textarea')?.value).to.equal('Written before.');
  });

  it('refuses a note that is too long, and says so', async () => {
    const { end, write, find, close, element } = await setup();
    await end();
    write('a'.repeat(10_001));
    await elementUpdated(element);
    expect(find<HTMLElement>('#note-state').innerText).to.contain('longer than 10,000');
    expect(close().disabled).to.equal(true);
    write('a'.repeat(10_000));
    await elementUpdated(element);
    expect(close().disabled).to.equal(false);
  });

  it('gives the note the focus that the end of the call has lost, and no other', async () => {
    const { end, element, note } = await setup();
    await end();
    expect(element.shadowRoot?.activeElement).to.equal(note());
  });

  it('leaves the focus where an agent is typing', async () => {
    const field = fixtureSync<HTMLInputElement>(html`<input aria-label="search" />`);
    const { end } = await setup();
    field.focus();
    await end();
    expect(document.activeElement).to.equal(field);
  });

  it('says when it is over', async () => {
    const { end, world, element, announced } = await setup();
    await end();
    world.endWrapUp('timer');
    await elementUpdated(element);
    expect(element.renderRoot.querySelector('section')).to.equal(null);
    expect(announced().at(-1)).to.equal('Wrap-up is over.');
  });

  it('is accessible', async () => {
    const { end, element } = await setup();
    await end();
    await expect(element).to.be.accessible();
  });

  describe('asks how good the call was (WRP-3)', () => {
    const stars = (element: CcWrapup) => [...element.renderRoot.querySelectorAll<HTMLButtonElement>('.star')];
    const pressed = (element: CcWrapup) =>
      stars(element)
        .filter((star) => star.ariaPressed === 'true')
        .map((star) => star.ariaLabel);
    const full = (element: CcWrapup) => stars(element).filter((star) => star.classList.contains('on')).length;
    const press = async (element: CcWrapup, count: number) => {
      stars(element)[count - 1]?.click();
      await elementUpdated(element);
    };

    it('with five stars that have names', async () => {
      const { end, element } = await setup();
      await end();
      expect(stars(element).map((star) => star.ariaLabel)).to.deep.equal([1, 2, 3, 4, 5].map((n) => `${n} of 5`));
      expect([pressed(element), full(element)]).to.deep.equal([[], 0]);
      await expect(element).to.be.accessible();
    });

    it('keeps what is pressed at once, another one instead, and none once it is pressed again', async () => {
      const { end, element, desk } = await setup();
      await end();
      await press(element, 4);
      expect([pressed(element), full(element), desk.world.wrapUp?.rating]).to.deep.equal([['4 of 5'], 4, 4]);
      await expect(element).to.be.accessible();
      await press(element, 2);
      expect([pressed(element), full(element), desk.world.wrapUp?.rating]).to.deep.equal([['2 of 5'], 2, 2]);
      await press(element, 2);
      expect([pressed(element), full(element), desk.world.wrapUp?.rating]).to.deep.equal([[], 0, null]);
    });

    it('sends it along when it is closed, also where it could not be kept before', async () => {
      const { end, element, desk, close, until } = await setup();
      await end();
      desk.refuse = ['rate 5', new MockProblem('rate_limited')];
      await press(element, 5);
      await until(({ snapshot }) => snapshot.notices.some(({ code }) => code === 'rate_limited'));
      expect(pressed(element)).to.deep.equal(['5 of 5']);
      const closed: unknown[] = [];
      element.addEventListener('cc-wrapup-close-request', ({ change }) => closed.push(change));
      close().click();
      await until(({ snapshot }) => snapshot.wrapUp === null);
      expect(closed).to.deep.equal([{ note: '', summary: '', conversationStatus: 'open', rating: 5 }]);
    });

    it('begins anew with the next call', async () => {
      const { end, element, until, close } = await setup();
      await end();
      await press(element, 3);
      close().click();
      await until(({ snapshot }) => snapshot.wrapUp === null);
      await end();
      expect(full(element)).to.equal(0);
    });

    it('not where the company does not allow it (WRP-9)', async () => {
      const { end, element, close, until } = await setup({ rating: false });
      await end();
      expect(stars(element)).to.have.length(0);
      const closed: unknown[] = [];
      element.addEventListener('cc-wrapup-close-request', ({ change }) => closed.push(change));
      close().click();
      await until(({ snapshot }) => snapshot.wrapUp === null);
      expect(closed).to.deep.equal([{ note: '', summary: '', conversationStatus: 'open' }]);
    });
  });

  describe('with outcomes', () => {
    const dispositions = ['Sold', 'Wrong number'];
    const select = (element: CcWrapup) => element.renderRoot.querySelector<HTMLSelectElement>('#disposition');
    const choose = (element: CcWrapup, value: string) => {
      const field = select(element) as HTMLSelectElement;
      field.value = value;
      field.dispatchEvent(new Event('change', { bubbles: true }));
    };

    it('asks for one where the company has set some, and does not elsewhere', async () => {
      const without = await setup();
      await without.end();
      expect(select(without.element)).to.equal(null);
      const { end, element } = await setup({ dispositions });
      await end();
      const options = [...(select(element)?.options ?? [])].map(({ text }) => text.trim());
      expect(options).to.deep.equal(['Not chosen', ...dispositions]);
      await expect(element).to.be.accessible();
    });

    it('keeps what is chosen at once, and takes it back', async () => {
      const { end, element, desk } = await setup({ dispositions });
      await end();
      choose(element, 'Sold');
      await elementUpdated(element);
      expect(desk.world.wrapUp?.disposition).to.equal('Sold');
      choose(element, '');
      await elementUpdated(element);
      expect(desk.world.wrapUp?.disposition).to.equal(null);
      expect(desk.asked.filter((asked) => asked.startsWith('choose'))).to.deep.equal([
        'choose-disposition Sold',
        'choose-disposition null',
      ]);
    });

    it('sends what was chosen along when it is closed, also where it could not be kept before', async () => {
      const { end, element, desk, close, session, until } = await setup({ dispositions });
      await end();
      desk.refuse = ['choose-disposition Sold', new MockProblem('rate_limited')];
      choose(element, 'Sold');
      await until(({ snapshot }) => snapshot.notices.some(({ code }) => code === 'rate_limited'));
      expect(select(element)?.value).to.equal('Sold');
      const closed: unknown[] = [];
      element.addEventListener('cc-wrapup-close-request', ({ change }) => closed.push(change));
      close().click();
      await until(({ snapshot }) => snapshot.wrapUp === null);
      expect(closed).to.deep.equal([
        { note: '', summary: '', conversationStatus: 'open', disposition: 'Sold', rating: null },
      ]);
      expect(session.snapshot.wrapUp).to.equal(null);
    });

    it('begins anew with the next call', async () => {
      const { end, element, until, close } = await setup({ dispositions });
      await end();
      choose(element, 'Sold');
      close().click();
      await until(({ snapshot }) => snapshot.wrapUp === null);
      await end();
      expect(select(element)?.value).to.equal('');
    });

    it('shows a name as text', async () => {
      const { end, element } = await setup({ dispositions: ['<img src=x onerror=alert(1)>'] });
      await end();
      expect(element.renderRoot.querySelector('img')).to.equal(null);
      expect(select(element)?.options[1]?.value).to.equal('<img src=x onerror=alert(1)>');
    });
  });
});
