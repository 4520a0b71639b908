/** The page of a host that shows one element of a customer's side, of a link that nobody has made. */
import { CcProvider, define } from '@carillon/call';
import {
  CcCallEnded,
  CcCallLink,
  CcCustomerCall,
  CcLinkNotice,
  CcPrejoin,
  CcWaitingRoom,
  previewAdapter,
  type LinkSession,
  type PreviewLink,
} from '@carillon/widget';

const now = Date.now();
const hour = 3_600_000;
const available: PreviewLink['view'] = {
  state: 'available',
  kind: 'one-time',
  brand: { name: 'Nordlicht Energie', color: '#0f62c4', welcome: 'Our service team is glad to help you.' },
  queueName: 'Customer support',
  displayName: 'Marija Horvat',
  opensAt: null,
  expiresAt: now + hour,
  serverNow: now,
};
const views: Readonly<Record<string, PreviewLink['view']>> = {
  available,
  'not open': { ...available, state: 'not-open', opensAt: now + hour },
  'in use': { ...available, state: 'in-use' },
  used: { ...available, state: 'used' },
  expired: { ...available, state: 'expired', expiresAt: now - hour },
};

const link = (view: PreviewLink['view']): PreviewLink => ({ view, pictureUrl: () => 'data:,' });
const tag = new URLSearchParams(location.search).get('tag') ?? '';
const adapter = previewAdapter(link(available));
define(CcProvider, CcCallLink, CcCallEnded, CcCustomerCall, CcLinkNotice, CcPrejoin, CcWaitingRoom);

const main = document.querySelector('main');
if (tag === 'cc-call-link') main?.append(Object.assign(document.createElement(tag), { adapter }));
else {
  const provider = document.createElement('cc-provider');
  provider.adapter = adapter;
  provider.append(document.createElement(tag));
  main?.append(provider);
}
const provider = () =>
  document.querySelector('cc-provider') ?? main?.firstElementChild?.shadowRoot?.querySelector('cc-provider');
const state = () => (provider()?.session as LinkSession | undefined)?.snapshot.view?.state;

window.ccStates = Object.fromEntries(
  Object.entries(views).map(([name, view]) => [
    name,
    () => {
      adapter.show(link(view));
      return new Promise<void>((resolve) => {
        const look = () => (state() === view.state ? resolve() : requestAnimationFrame(look));
        look();
      });
    },
  ]),
);
document.documentElement.dataset['ready'] = '';
