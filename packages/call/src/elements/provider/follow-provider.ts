import { ContextEvent } from '@lit/context';
import type { LitElement } from 'lit';
import { type ProviderContext, providerContext } from './provider-context.js';

/**
 * Finds the provider above an element whenever the element is put somewhere, and listens to it. `changed` is called
 * with the provider, again after every change in it, and with null once the element is off the page. Speaks the
 * context protocol; @lit/context's own consumer does the same in twice the size.
 */
export function followProvider(host: LitElement, changed: (provider: ProviderContext | null) => void): void {
  let stops: (() => void)[] = [];
  const stop = () => {
    for (const end of stops) end();
    stops = [];
  };
  host.addController({
    hostConnected() {
      const found = (provider: ProviderContext, unsubscribe?: () => void) => {
        stop();
        if (unsubscribe) stops.push(unsubscribe);
        stops.push(provider.subscribe(() => changed(provider)));
        changed(provider);
      };
      const ask = () => host.dispatchEvent(new ContextEvent(providerContext, host, found, true));
      ask();
      // A provider whose class comes later could not answer.
      if (stops.length === 0) void customElements.whenDefined('cc-provider').then(() => host.isConnected && ask());
    },
    hostDisconnected() {
      stop();
      changed(null);
    },
  });
}
