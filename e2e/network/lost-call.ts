import { setTimeout as delay } from 'node:timers/promises';
import { apiAgent } from '../lib/api.js';
import { withLinesCall } from './lines-call.js';

export interface LostCall {
  /** Whose line is cut for good. */
  readonly sides: 'customer' | 'both';
  readonly lossMs: number;
}

export interface LostCallFigures extends LostCall {
  /** From the loss to the end of the call, at the server. */
  readonly endedAfterMs: number;
  /** What the customer reads once their line is back. */
  readonly reason: string;
  /** Wrap-ups that the agent is shown once their line is back. */
  readonly wrapUps: number;
  /** Calls that are still there then. */
  readonly calls: number;
}

/** Cuts lines for longer than a call waits, and tells how it ended. */
export const measureLostCall = ({ sides, lossMs }: LostCall): Promise<LostCallFigures> =>
  withLinesCall(
    async ({ stack, agent, guest, lines }) => {
      const cut = sides === 'both' ? [lines.agent, lines.customer] : [lines.customer];
      // Beside the browser's, over a line that is never cut.
      const ana = await apiAgent(stack.server.url, 'ana');
      const lostAt = Date.now();
      for (const line of cut) line.cut();
      let endedAt = 0;
      while (Date.now() - lostAt < lossMs) {
        await delay(250);
        if (endedAt === 0 && (await ana.state()).call === null) endedAt = Date.now();
      }
      for (const line of cut) line.mend();
      await guest.ended.getByRole('heading').first().waitFor({ timeout: 30_000 });
      const note = agent.wrapUp.getByRole('textbox', { name: /Note/ });
      if (sides === 'customer') await note.first().waitFor({ timeout: 30_000 });
      return {
        sides,
        lossMs,
        endedAfterMs: endedAt === 0 ? -1 : endedAt - lostAt,
        reason: (
          await guest.ended
            .getByText(/connection/i)
            .first()
            .innerText()
        ).trim(),
        wrapUps: (await ana.state()).wrapUp === null ? 0 : await note.count(),
        calls: (await agent.hangUp.count()) + (await guest.hangUp.count()),
      };
    },
    { env: { CARILLON_WRAP_UP_MS: '300000' } },
  );
