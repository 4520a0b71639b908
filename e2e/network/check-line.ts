import { apiAgent } from '../lib/api.js';
import { signals } from '../lib/signals.js';
import { startStack } from '../lib/stack.js';
import { openOnLine } from './lines-call.js';
import { openPartyNetwork, openServerNetwork, serverAddress } from './party-network.js';

/** What the network check before a call says on a line that is so narrow. */
export async function checkLine(kbps: number): Promise<string> {
  openServerNetwork();
  const line = await openPartyNetwork(1);
  const stack = await startStack({ host: serverAddress });
  try {
    const { url } = await (
      await apiAgent(stack.server.url, 'ben')
    ).link({ displayName: 'Marija', configuration: 'default' });
    const { browser, page } = await openOnLine(line, signals.customer, url, [stack.server.url]);
    await page.getByText('Devices and connection').click();
    // What the check needs is loaded once, on a line that is wide enough.
    const check = page.locator('cc-network-check');
    await check.getByRole('button', { name: 'Check my connection' }).click();
    await check.getByText('NET-2-udp').waitFor({ timeout: 40_000 });
    line.narrow(kbps);
    await check.getByRole('button', { name: /again/ }).click();
    const words = check.getByText(/NET-[01]-/);
    await words.waitFor({ timeout: 40_000 });
    const said = await words.innerText();
    await browser.close();
    return said;
  } finally {
    await stack.stop();
  }
}
