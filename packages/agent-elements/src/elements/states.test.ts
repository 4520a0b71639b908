import type { ElementState, ElementStates } from '@carillon/call';
import { expect, fixtureSync, html } from '@open-wc/testing';
import { states as agentStatus } from './agent-status/agent-status.states.js';
import { states as callLinkGenerator } from './call-link-generator/call-link-generator.states.js';
import { states as callLog } from './call-log/call-log.states.js';
import { states as callWindow } from './call-window/call-window.states.js';
import { states as callbackList } from './callback-list/callback-list.states.js';
import { states as conversation } from './conversation/conversation.states.js';
import { states as incomingCall } from './incoming-call/incoming-call.states.js';
import './localize/register-languages.js';
import { states as replyBox } from './reply-box/reply-box.states.js';
import { states as transferDialog } from './transfer-dialog/transfer-dialog.states.js';
import { states as workList } from './work-list/work-list.states.js';
import { states as wrapupForm } from './wrapup-form/wrapup-form.states.js';
import { states as wrapup } from './wrapup/wrapup.states.js';

const all: readonly ElementStates[] = [
  ...[agentStatus, callLinkGenerator, callLog, callWindow, callbackList, conversation],
  ...[incomingCall, replyBox, transferDialog, workList, wrapup, wrapupForm],
];

// fixtureSync, as fixture waits for a frame, which a page behind another one never gets.
/** One state in a frame of its width, drawn when the language and the desk have arrived. */
async function draw({ template, width = 400 }: ElementState, theme: 'light' | 'dark' = 'light'): Promise<HTMLElement> {
  const frame = fixtureSync<HTMLElement>(html`<main>${template}</main>`);
  frame.style.inlineSize = `${width}px`;
  const provider = frame.querySelector('cc-provider');
  provider?.setAttribute('theme', theme);
  frame.style.background = theme === 'light' ? '#f4f5f8' : '#14161b';
  // A desk in memory answers within a task, and a language is a module.
  await import('./localize/de.js');
  await import('./localize/ar.js');
  await new Promise((done) => setTimeout(done));
  await new Promise((done) => setTimeout(done));
  return frame;
}

describe('every state of the agent elements', () => {
  for (const { title, render } of all)
    for (const state of render()) {
      it(`${title}, ${state.name}: breaks no rule of accessibility`, async () => {
        for (const theme of ['light', 'dark'] as const) {
          const frame = await draw(state, theme);
          await expect(frame).to.be.accessible();
          frame.remove();
        }
      });

      it(`${title}, ${state.name}: fits its frame`, async () => {
        const frame = await draw(state);
        const host = frame.querySelector('cc-provider')?.firstElementChild as HTMLElement;
        expect(host.scrollWidth).to.be.at.most(frame.clientWidth);
        for (const part of host.shadowRoot?.querySelectorAll('.card, .layout, form, .result') ?? [])
          expect(part.scrollWidth, part.className).to.be.at.most(part.clientWidth + 1);
      });
    }

  it('have names of their own', () => {
    for (const { title, render } of all) {
      const names = render().map(({ name }) => name);
      expect(new Set(names).size, title).to.equal(names.length);
    }
  });
});
