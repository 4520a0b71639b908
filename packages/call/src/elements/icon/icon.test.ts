import { expect, fixture, html } from '@open-wc/testing';
import * as backgroundIcons from './background-icons.js';
import * as callIcons from './call-icons.js';
import * as chatIcons from './chat-icons.js';
import { icon } from './icon.js';
import * as icons from './icons.js';

describe('icons', () => {
  for (const [name, drawing] of Object.entries({ ...icons, ...backgroundIcons, ...callIcons, ...chatIcons }))
    it(`${name} draws something, and says nothing`, async () => {
      const svg = await fixture<SVGElement>(html`${icon(drawing)}`);
      expect(svg.querySelectorAll('path, rect, circle, line, polyline, polygon').length).to.be.greaterThan(0);
      expect(svg.getAttribute('aria-hidden')).to.equal('true');
      expect(svg.namespaceURI).to.equal('http://www.w3.org/2000/svg');
      expect(svg.firstElementChild?.namespaceURI).to.equal('http://www.w3.org/2000/svg');
    });

  it('are one set: a 24 px grid, the line of the text, 1.75 px thick', async () => {
    const svg = await fixture<SVGElement>(html`${icon(icons.micIcon)}`);
    expect(['viewBox', 'stroke', 'stroke-width', 'fill'].map((name) => svg.getAttribute(name))).to.deep.equal([
      '0 0 24 24',
      'currentColor',
      '1.75',
      'none',
    ]);
  });
});
