import { expect } from '@open-wc/testing';
import { customerCall } from '../../testing/link-fixtures.js';
import type { Notifier } from './notifier.js';
import { TurnNotice } from './turn-notice.js';

function setup({ permission = 'granted', away = true }: Partial<Pick<Notifier, 'permission' | 'away'>> = {}) {
  const told: string[] = [];
  const notifier: Notifier = {
    permission,
    away,
    ask: () => Promise.resolve(),
    tell: (...words) => void told.push(words.join(': ')),
  };
  const notice = new TurnNotice();
  const look = (state: 'queued' | 'offering' | 'connecting' | 'active' | 'ended' | null, id?: string) =>
    notice.look(state && customerCall({ state, ...(id ? { id } : {}) }), notifier, () => ['Your turn', 'Ana']);
  return { told, look };
}

describe('the notice that it is one’s turn', () => {
  it('comes when somebody has answered, once', () => {
    const { told, look } = setup();
    for (const state of ['queued', 'offering', 'queued', 'connecting', 'active'] as const) look(state);
    expect(told).to.deep.equal(['Your turn: Ana']);
  });

  it('does not come when the call ends unanswered, or is gone', () => {
    for (const end of ['ended', null] as const) {
      const { told, look } = setup();
      look('queued');
      look(end);
      look('active');
      expect(told, String(end)).to.deep.equal([]);
    }
  });

  it('does not come to a page that opens on a call that runs already', () => {
    const { told, look } = setup();
    look('active');
    expect(told).to.deep.equal([]);
  });

  it('does not come for another call than the one that waited', () => {
    const { told, look } = setup();
    look('queued', 'cal_aaaaaaaaaaaaaaaaaaaaaQ');
    look('active', 'cal_bbbbbbbbbbbbbbbbbbbbbQ');
    expect(told).to.deep.equal([]);
  });

  for (const [title, options] of [
    ['who looks at the page', { away: false }],
    ['who has not allowed it', { permission: 'default' }],
    ['who has refused it', { permission: 'denied' }],
    ['whose browser has none', { permission: 'none' }],
  ] as const)
    it(`does not come to a customer ${title}`, () => {
      const { told, look } = setup(options);
      look('queued');
      look('active');
      expect(told).to.deep.equal([]);
    });
});
