import { expect, test } from './fixtures.js';
import { customer, desk } from './lib/desk.js';
import { call } from './lib/in-call.js';

const soon = { timeout: 60_000 };

test.beforeEach(async ({}, info) => info.setTimeout(300_000));

call.use({ medium: 'Audio' });

call(
  'a status chosen in a call is said to come next, on hold too, and comes with the end of the wrap-up (spec §3.3, RCV-4)',
  async ({ openLink, makeLink, inCall: { agent, guest } }) => {
    const choose = (name: string) => agent.status.getByRole('radio', { name }).check();
    await choose('Away');
    await expect(agent.status.getByRole('status')).toHaveText('In a call, then Away', soon);
    await agent.hold.click();
    await expect(agent.status.getByRole('status')).toHaveText('On hold, then Away', soon);
    await agent.page.reload();
    await expect(agent.status.getByRole('status')).toHaveText('On hold, then Away', soon);
    await expect(agent.status.getByRole('radio', { name: 'Away' })).toBeChecked();
    await agent.resume.click();
    await expect(agent.status.getByRole('status')).toHaveText('In a call, then Away', soon);

    await guest.hangUp.click();
    await expect(agent.status.getByRole('status')).toHaveText('Wrapping up, then Away', soon);
    await agent.wrapUp.getByRole('button', { name: /^Close/ }).click();
    await expect(agent.status.getByRole('status')).toHaveText('', soon);
    await expect(agent.status.getByRole('radio', { name: 'Away' })).toBeChecked();

    const next = customer(await openLink(await makeLink('default', 'Jonas Weber')));
    await next.startAudio.click();
    await expect(next.waiting).toBeVisible(soon);
    await agent.silent();
    await choose('Active');
    await agent.rings();
  },
);

test('who is no longer Active while it rings lets the call pass on at once (RCV-4)', async ({
  openAgent,
  openLink,
  makeLink,
}) => {
  const ana = desk(await openAgent('ana'));
  const ben = desk(await openAgent('ben'));
  const guest = customer(await openLink(await makeLink()));
  await guest.startAudio.click();
  await ana.rings();
  await ana.status.getByRole('radio', { name: 'Busy' }).check();
  await ben.rings();
  await ana.silent();
  await expect(ana.status.getByRole('radio', { name: 'Busy' })).toBeChecked();
  await expect(ana.status).not.toContainText('then');
});
