import { expect } from '@open-wc/testing';
import './define.js';
import * as face from './index.js';

describe('the package', () => {
  for (const tag of [
    'cc-provider',
    'cc-agent-status',
    'cc-incoming-call',
    'cc-call-window',
    'cc-wrapup',
    'cc-call-link-generator',
    'cc-call-stage',
    'cc-call-controls',
  ])
    it(`registers ${tag}`, () => expect(customElements.get(tag)).not.to.equal(undefined));

  it('may be defined twice', async () => {
    const { define } = await import('@carillon/call');
    define(face.CcAgentStatus, face.CcCallWindow);
  });

  it('shows nothing without a provider, and throws nothing', async () => {
    for (const tag of [
      'cc-agent-status',
      'cc-incoming-call',
      'cc-call-window',
      'cc-wrapup',
      'cc-call-link-generator',
    ] as const) {
      const element = document.createElement(tag);
      document.body.append(element);
      await element.updateComplete;
      expect(element.shadowRoot?.textContent?.trim(), tag).to.equal('');
      element.remove();
    }
  });
});
