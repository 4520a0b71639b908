import { fixtureWrapper } from '@open-wc/testing';
import { render, type TemplateResult } from 'lit';

/**
 * Puts plain elements on the page at once. The fixture of the test library waits for a frame, which a page behind
 * another one never gets.
 */
export function place<E extends HTMLElement>(template: TemplateResult): E {
  const frame = fixtureWrapper();
  render(template, frame as HTMLElement);
  return frame.firstElementChild as E;
}
