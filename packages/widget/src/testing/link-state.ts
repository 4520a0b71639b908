import { CcProvider, define, type ElementClass } from '@carillon/call';
import { html, nothing, type TemplateResult } from 'lit';
import '../elements/localize/register-languages.js';
import { LinkWorld, type LinkWorldOptions } from './link-world.js';

/** The longest name that a person may have on a screen: sixty characters. */
export const longName = 'Maximiliana-Konstantina Freifrau von Wolkenstein-Trostburg-H';

export interface LinkStateOptions extends LinkWorldOptions {
  readonly lang?: string;
  /** What happens once the page is open. */
  readonly then?: (world: LinkWorld) => Promise<void> | void;
}

/** Defines elements and gives the way to put them under a provider whose link is as described. */
export function linkState(...types: readonly ElementClass[]) {
  define(CcProvider, ...types);
  return (template: TemplateResult, { lang, then, ...options }: LinkStateOptions = {}): TemplateResult => {
    const world = new LinkWorld(options);
    // A state that a test renders may be gone before it has come to its end.
    Promise.resolve(then?.(world)).catch(() => undefined);
    const brand = world.server.view.brand.color;
    return html`<cc-provider .adapter=${{ createSession: () => world.session }} .brand=${brand} lang=${lang ?? nothing}>
      ${template}
    </cc-provider>`;
  };
}

/** An agent has answered, and is heard and seen. */
export async function answered(world: LinkWorld): Promise<void> {
  await world.until(({ call }) => call !== null && world.rooms.length > 0);
  await world.until(() => world.room.state.connection === 'connected');
  world.room.remote('agent', { microphone: 'on', quality: 'good' });
}
