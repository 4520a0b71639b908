import { expect } from '@open-wc/testing';
import './define.js';
import * as call from './index.js';

describe('define', () => {
  it('registers every element that the package exports', () => {
    const classes = Object.entries(call).filter(([name]) => /^Cc[A-Z]/.test(name));
    expect(classes.length).to.be.greaterThan(8);
    for (const [name, type] of classes) {
      const tag = `cc-${name
        .slice(2)
        .replace(/(?!^)[A-Z]/g, (letter) => `-${letter}`)
        .toLowerCase()}`;
      // Compared here: two classes that differ take minutes to be printed.
      expect(customElements.get(tag) === type, tag).to.equal(true);
    }
  });

  it('may run twice on a page, as two bundles do', () => {
    call.define(call.CcProvider, call.CcMicButton);
    expect(customElements.get('cc-mic-button')).to.equal(call.CcMicButton);
  });

  it('knows German and Arabic', async () => {
    const arrived = new Promise<void>((done) => {
      const stop = call.onLanguage(() => {
        stop();
        done();
      });
    });
    const provider = document.createElement('cc-provider');
    provider.lang = 'de';
    const button = document.createElement('cc-mic-button');
    provider.append(button);
    document.body.append(provider);
    await button.updateComplete;
    await arrived;
    await button.updateComplete;
    expect(button.shadowRoot?.textContent).to.contain('Stummschaltung');
    provider.remove();
  });
});
