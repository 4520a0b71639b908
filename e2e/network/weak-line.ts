import { withLinesCall } from './lines-call.js';

export interface WeakLineFigures {
  /** From the line's becoming narrow until the customer's page says that the camera is paused. */
  readonly saidMs: number;
  /** Whether the agent still heard the customer then. */
  readonly heard: boolean;
  /** Whether the camera was off until the customer turned it on, and on after that. */
  readonly cameraOff: boolean;
  readonly cameraBack: boolean;
}

/** Narrows the customer's line in a video call until it carries sound alone, and widens it again. */
export const measureWeakLine = (kbps: number): Promise<WeakLineFigures> =>
  withLinesCall(
    async ({ agent, guest, lines }) => {
      const notice = guest.page.locator('cc-device-notice');
      // A line that is new is measured for a while before it is judged.
      await guest.page.waitForTimeout(12_000);
      const narrowAt = Date.now();
      lines.customer.narrow(kbps);
      await notice.getByText('too weak for video').waitFor({ timeout: 60_000 });
      const saidMs = Date.now() - narrowAt;
      const camera = guest.call.getByRole('button', { name: 'Turn camera on' });
      const cameraOff = (await camera.count()) > 0;
      await agent.page.waitForFunction(() => window.ccHeard(440) > -40, null, { timeout: 20_000 });
      lines.customer.narrow(50_000);
      await notice.getByRole('button', { name: 'Turn video back on' }).click();
      const off = guest.call.getByRole('button', { name: 'Turn camera off' });
      await off.first().waitFor({ state: 'attached', timeout: 20_000 });
      return { saidMs, heard: true, cameraOff, cameraBack: (await camera.count()) === 0 };
    },
    { medium: 'video' },
  );
