import { html } from 'lit';
import type { NetworkReport } from '../../media/judge-network.js';
import type { ElementStates } from '../states.js';
import { inProvider } from '../testing/in-call.js';
import { CcNetworkCheck } from './network-check.js';

const endless = () => new Promise<NetworkReport>(() => undefined);
const pressed = (event: Event) => {
  const host = (event.target as Element).querySelector<CcNetworkCheck>('cc-network-check');
  void host?.updateComplete.then(() => host.shadowRoot?.querySelector<HTMLElement>('button')?.click());
};

export const states: ElementStates = {
  title: 'cc-network-check',
  render() {
    const provided = inProvider(CcNetworkCheck);
    const found = (report: NetworkReport | null) =>
      provided(html`<cc-network-check .check=${endless} .report=${report}></cc-network-check>`);
    return [
      { name: 'before it', template: found(null) },
      { name: 'runs', template: html`<div @cc-ready=${pressed}>${found(null)}</div>` },
      { name: 'good', template: found({ verdict: 'good', code: 'NET-2-udp-23ms-1812k-0lost' }) },
      { name: 'no video', template: found({ verdict: 'no-video', code: 'NET-1-tcp-940ms-120k-4lost' }), width: 280 },
      { name: 'blocked', template: found({ verdict: 'blocked', code: 'NET-0-media' }), width: 280 },
      { name: 'nothing to check with: nothing', template: provided(html`<cc-network-check></cc-network-check>`) },
    ];
  },
};
