import { expect } from '@open-wc/testing';
import { TitleFlash } from './title-flash.js';

describe('flashing the title', () => {
  it('shows the call and puts the title back (E-06)', () => {
    const page = { title: 'CRM' };
    const flash = new TitleFlash(page);
    flash.start('Ana calls');
    expect(page.title).to.equal('Ana calls');
    flash.stop();
    expect(page.title).to.equal('CRM');
  });

  it('remembers the true title when it is started twice', () => {
    const page = { title: 'CRM' };
    const flash = new TitleFlash(page);
    flash.start('Ana calls');
    flash.start('Ben calls');
    flash.stop();
    expect(page.title).to.equal('CRM');
  });

  it('leaves a title alone that the page has set in the meantime', () => {
    const page = { title: 'CRM' };
    const flash = new TitleFlash(page);
    flash.start('Ana calls');
    page.title = 'CRM (3)';
    flash.stop();
    expect(page.title).to.equal('CRM (3)');
  });

  it('blinks', async () => {
    const seen: string[] = [];
    let flash: TitleFlash | undefined;
    await new Promise<void>((done) => {
      let title = 'CRM';
      const page = {
        get title() {
          return title;
        },
        set title(next: string) {
          title = next;
          seen.push(next);
          if (seen.length === 3) done();
        },
      };
      flash = new TitleFlash(page, 1);
      flash.start('Ana calls');
    });
    flash?.stop();
    expect(seen.slice(0, 3)).to.deep.equal(['Ana calls', 'CRM', 'Ana calls']);
  });
});
