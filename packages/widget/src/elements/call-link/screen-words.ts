import type { MessageArgs } from '@carillon/call';
import type { LinkSnapshot } from '../../session/link-snapshot.js';
import type { Screen } from '../../session/screen-for.js';
import type { strings } from '../localize/strings.js';
import { positionWords } from '../waiting-room/position-words.js';

type Strings = typeof strings;
/** How an element reads a sentence of ours. */
export type Say = <K extends keyof Strings>(key: K, ...args: MessageArgs<Strings[K]>) => string;

/** A screen in a few words: what its heading says, for the document's title and for those who hear the page. */
export function screenWords(screen: Screen, { call }: Pick<LinkSnapshot, 'call'>, say: Say): string {
  switch (screen.name) {
    case 'loading':
      return say('link.loading');
    case 'notice':
      return say(`notice.${screen.notice}`);
    case 'prejoin':
      return say('link.title-prejoin');
    case 'waiting': {
      const words = positionWords(call ?? { position: null });
      return words.key === 'waiting.position' ? say(words.key, { count: words.count }) : say(words.key);
    }
    case 'in-call':
      return say('link.title-in-call', { name: call?.agentName ?? say('in-call.somebody') });
    case 'reconnecting':
      return say('link.title-reconnecting');
    case 'ended':
      return say(call?.endReason === 'abandoned_in_queue' ? 'ended.left' : 'ended.heading');
  }
}
