import type { Page } from '@playwright/test';

declare global {
  interface Window {
    /** Rooms of livekit-client that the page has made, oldest first. */
    ccRooms: {
      simulateScenario(kind: string): Promise<void>;
      once(event: string, listener: () => void): unknown;
    }[];
  }
}

/** Runs in the page before its scripts. A room sets this field as it is made, and nothing else does. */
function collect(): void {
  window.ccRooms = [];
  Object.defineProperty(Object.prototype, 'isE2EEEnabled', {
    configurable: true,
    set(this: Window['ccRooms'][number], value: boolean) {
      Object.defineProperty(this, 'isE2EEEnabled', { value, writable: true, configurable: true, enumerable: true });
      window.ccRooms.push(this);
    },
  });
}

/** Makes the rooms of a page reachable, which the application keeps to itself. Call before the page goes anywhere. */
export const collectRooms = (page: Page) => page.addInitScript(collect);

/** Lets the page's newest room meet a fault of livekit-client's own list. */
export const simulate = (page: Page, kind: string) =>
  page.evaluate((scenario) => window.ccRooms.at(-1)?.simulateScenario(scenario), kind);

/** Lets the page's newest room leave its transport and make another, and waits until it is in the room again. */
export const reconnectFully = (page: Page) =>
  page.evaluate(async () => {
    const room = window.ccRooms.at(-1);
    if (!room) throw new Error('the page has no room');
    const reconnected = new Promise<void>((resolve) => room.once('reconnected', resolve));
    await room.simulateScenario('full-reconnect');
    await reconnected;
  });
