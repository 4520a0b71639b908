import { CallEndReason, ConversationStatus, TimelineEntry, TransferFailure } from '@carillon/contract';
import { expect } from '@open-wc/testing';
import { anEntry } from '../../testing/desk-fixtures.js';
import { callLog } from '../localize/en/call-log.js';
import { strings } from '../localize/strings.js';
import { entryIcon, isBad } from './entry-icon.js';
import { entryWords, type Translate } from './entry-words.js';

const fill = (text: string, params: Record<string, string> = {}) =>
  text.replace(/\{(\w+)\}/g, (_, name: string) => params[name] ?? '?');
const english: Translate = {
  log: (key, params) => fill(callLog[key], params),
  agent: (key) => strings[key],
};
const words = (...entry: Parameters<typeof anEntry>) => entryWords(anEntry(...entry), english);

describe('an entry of a history in words', () => {
  for (const type of TimelineEntry.def.shape.type.options)
    it(`has a sentence and a picture: ${type}`, () => {
      const { line } = words(type, 0, { text: type === 'call_queued' ? 'audio' : 'x' });
      expect(line).not.to.contain('_').and.not.contain('?');
      expect(line).not.to.equal(type);
      expect(entryIcon(type)).to.be.a('function');
    });

  for (const [type, texts] of [
    ['call_ended', CallEndReason.options],
    ['transfer_failed', TransferFailure.options],
    ['call_queued', ['audio', 'video']],
  ] as const)
    for (const text of texts)
      it(`says each way by itself: ${type}, ${text}`, () =>
        expect(callLog).to.have.property(`log.${type}-${text}`, words(type, 0, { text }).line));

  for (const text of ConversationStatus.options)
    it(`names the status ${text}`, () =>
      expect(words('status_changed', 0, { text }).line).to.equal(`Status: ${strings[`wrapup.${text}`]}`));

  it('says who, how long and of what kind', () => {
    expect(words('hold_ended', 0, { actor: 'Ana', durationMs: 95_000 }).about).to.deep.equal(['Ana', 'Duration 1:35']);
    expect(words('link_created', 0, { actor: 'Ana', text: 'one-time' }).about).to.deep.equal(['Ana', 'One call']);
    expect(words('call_established', 0).about).to.deep.equal([]);
  });

  it('fills in to whom, and how many stars', () => {
    expect(words('transfer_started', 0, { text: 'Ben' }).line).to.equal('Being transferred to Ben');
    expect(words('call_rated', 0, { text: '4' }).line).to.equal('Rated 4 of 5');
    expect(words('quality_rated', 0, { text: '2' }).line).to.equal('Call quality: 2 of 5');
  });

  it('keeps what somebody wrote apart, as they wrote it', () => {
    expect(words('note_saved', 0, { text: 'a\n<b>' })).to.deep.include({ line: 'Note', written: 'a\n<b>' });
    expect(words('summary_saved', 0, { text: 'Solved.' })).to.deep.include({ line: 'Summary', written: 'Solved.' });
    expect(words('call_ended', 0, { text: 'admin' }).written).to.equal(null);
  });

  it('says in general what a newer server tells', () => {
    expect(words('call_ended', 0, { text: 'moved' }).line).to.equal('Call ended');
    expect(words('video_recorded' as 'call_ended', 0).line).to.equal('video recorded');
    expect(words('link_created', 0, { text: 'weekly' }).about).to.deep.equal([]);
    expect(words('constructor' as 'call_ended', 0).line).to.equal('constructor');
  });

  it('marks what was lost or not reached', () => {
    expect(isBad(anEntry('offer_missed', 0))).to.equal(true);
    expect(isBad(anEntry('call_ended', 0, { text: 'connection_lost' }))).to.equal(true);
    expect(isBad(anEntry('call_ended', 0, { text: 'customer_hangup' }))).to.equal(false);
  });
});
