import { html } from 'lit';
import { CcProvider } from '../provider/provider.js';
import { define } from '../element.js';
import type { ElementStates } from '../states.js';
import { FakeCall } from '../testing/fake-call.js';
import { adapterFor, FakeHostSession } from '../testing/fake-host-session.js';
import { CcCaptions } from './captions.js';
import { usualLook, type CaptionLook } from './caption-looks.js';

const spoken = [
  ['remote', 'Good morning, this is Ana. What can I do for you?'],
  ['local', 'My meter shows a number that I do not understand.'],
  ['remote', 'Could you show it to me with'],
] as const;

/** Captions with something said in them, in a look of their own. */
function captions({ look = {}, said = spoken.length }: { look?: Partial<CaptionLook>; said?: number } = {}) {
  define(CcProvider, CcCaptions);
  const call = new FakeCall().withCaptions();
  call.captions.turnOn({ callId: 'cal_1', locale: 'en' });
  for (const [id, [speaker, text]] of spoken.slice(0, said).entries())
    call.say({ id: String(id), speaker, text, final: id < 2 });
  const storage = { getItem: () => JSON.stringify({ ...usualLook, ...look }), setItem: () => undefined };
  return html`<cc-provider .adapter=${adapterFor(new FakeHostSession(call.session))}>
    <cc-captions .storage=${storage}></cc-captions>
  </cc-provider>`;
}

function off() {
  define(CcProvider, CcCaptions);
  const { session } = new FakeCall().withCaptions();
  return html`<cc-provider .adapter=${adapterFor(new FakeHostSession(session))}
    ><cc-captions></cc-captions
  ></cc-provider>`;
}

export const states: ElementStates = {
  title: 'cc-captions',
  render: () => [
    { name: 'off', template: off(), width: 320 },
    { name: 'nothing said yet', template: captions({ said: 0 }), width: 320 },
    { name: 'white on black', template: captions(), width: 320 },
    { name: 'black on white, larger', template: captions({ look: { colours: 'light', size: 150 } }), width: 480 },
    { name: 'yellow on black, largest', template: captions({ look: { colours: 'yellow', size: 300 } }), width: 640 },
  ],
};
