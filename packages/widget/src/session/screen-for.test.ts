import { CallState, JoinState } from '@carillon/contract';
import { expect } from '@open-wc/testing';
import { customerCall, joinView } from '../testing/link-fixtures.js';
import { emptyLink, type LinkSnapshot } from './link-snapshot.js';
import { screenFor } from './screen-for.js';

/** `notice` and its kind in one word, else the screen's name. */
const named = (state: Partial<LinkSnapshot>) => {
  const screen = screenFor({ ...emptyLink, ...state });
  return screen.name === 'notice' ? `notice ${screen.notice}` : screen.name;
};

const byLink: Readonly<Record<JoinState, string>> = {
  available: 'prejoin',
  resumable: 'loading',
  'in-use': 'notice in-use',
  used: 'notice used',
  expired: 'notice expired',
  'not-open': 'notice not-open',
};

const byCall: Readonly<Record<CallState, string>> = {
  queued: 'waiting',
  offering: 'waiting',
  connecting: 'in-call',
  active: 'in-call',
  held: 'in-call',
  consulting: 'in-call',
  transferring: 'in-call',
  ended: 'ended',
};

describe('the screen of a link', () => {
  it('is loading until the server has answered', () => expect(named({})).to.equal('loading'));

  for (const state of JoinState.options)
    it(`is ${byLink[state]} while the link is ${state}`, () =>
      expect(named({ view: joinView({ state }) })).to.equal(byLink[state]));

  for (const state of CallState.options)
    it(`is ${byCall[state]} while the call is ${state}`, () =>
      expect(named({ view: joinView(), call: customerCall({ state }) })).to.equal(byCall[state]));

  for (const [problem, found] of [
    ['link_unavailable', 'notice unavailable'],
    ['not_found', 'notice unavailable'],
    ['invalid_request', 'notice unavailable'],
    ['offline', 'notice offline'],
    ['internal', 'notice offline'],
    ['rate_limited', 'notice offline'],
    ['server_stopping', 'notice offline'],
  ] as const)
    it(`is ${found} when looking at the link failed with ${problem}`, () => expect(named({ problem })).to.equal(found));

  for (const state of ['connecting', 'active', 'held'] as const)
    it(`is reconnecting while the media of a call that is ${state} is lost (RCN-3)`, () =>
      expect(named({ call: customerCall({ state }), mediaLost: true })).to.equal('reconnecting'));

  for (const [state, found] of [
    ['queued', 'waiting'],
    ['ended', 'ended'],
  ] as const)
    it(`stays ${found} while media is lost`, () =>
      expect(named({ call: customerCall({ state }), mediaLost: true })).to.equal(found));

  it('is the call also when the link has expired meanwhile (Q-7)', () =>
    expect(named({ view: joinView({ state: 'expired' }), call: customerCall({ state: 'active' }) })).to.equal(
      'in-call',
    ));

  it('is the call also when the link cannot be looked at', () =>
    expect(named({ problem: 'offline', call: customerCall({ state: 'queued' }) })).to.equal('waiting'));

  it('says that the call moved, before anything else (E-14)', () =>
    expect(named({ moved: true, view: joinView(), call: customerCall({ state: 'active' }) })).to.equal('notice moved'));
});
