import type { BrowserContext } from '@playwright/test';

/**
 * Keeps the pages of a browser out of every room until the returned function is called: whoever answers there is neither
 * heard nor hears. Call before any page is opened.
 */
export async function holdMedia(context: BrowserContext): Promise<() => void> {
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => (open = resolve));
  await context.routeWebSocket(/\/rtc/, (socket) => {
    const held: (string | Buffer)[] = [];
    socket.onMessage((message) => held.push(message));
    void opened.then(() => {
      const server = socket.connectToServer();
      for (const message of held) server.send(message);
      socket.onMessage((message) => server.send(message));
    });
  });
  return open;
}
