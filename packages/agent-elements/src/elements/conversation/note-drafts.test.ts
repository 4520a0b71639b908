import type { TimelineEntry, WriteNoteRequest } from '@carillon/contract';
import { expect } from '@open-wc/testing';
import { anEntry } from '../../testing/desk-fixtures.js';
import { NoteDrafts } from './note-drafts.js';

/** Drafts, and a server that answers when it is told to. */
function setup() {
  let changes = 0;
  const drafts = new NoteDrafts(() => changes++);
  const sent: WriteNoteRequest[] = [];
  const waiting: { resolve(entry: TimelineEntry): void; reject(error: Error): void }[] = [];
  const save = (id = 'con_1') => {
    const text = drafts.check(id);
    if (text === null) return undefined;
    return drafts.save(id, text, (request) => {
      sent.push(request);
      return new Promise((resolve, reject) => waiting.push({ resolve, reject }));
    });
  };
  const answer = (entry: TimelineEntry) => waiting.shift()?.resolve(entry);
  const refuse = (code: string) => waiting.shift()?.reject(Object.assign(new Error(code), { code }));
  return { drafts, sent, save, answer, refuse, changes: () => changes };
}

const kept = (text: string, minute = 1) => anEntry('note_saved', minute, { text, actor: 'Ana' });

describe('notes that are being written (WRP-2)', () => {
  it('wait for whoever comes back to their conversation', () => {
    const { drafts, changes } = setup();
    drafts.write('con_1', 'Half a');
    drafts.write('con_2', 'Another');
    drafts.write('con_1', 'Half a sentence');
    expect([drafts.of('con_1').text, drafts.of('con_2').text]).to.deep.equal(['Half a sentence', 'Another']);
    expect(drafts.of('con_3')).to.deep.equal({ text: '', state: 'writing', problem: null });
    expect(changes()).to.equal(3);
  });

  for (const [fault, text] of [
    ['missing', ' \n\u200b'],
    ['too-long', 'a'.repeat(10_001)],
  ] as const)
    it(`are not sent where something is ${fault}, which is said until they are changed`, () => {
      const { drafts, save, sent } = setup();
      drafts.write('con_1', text);
      save();
      expect([drafts.of('con_1'), sent]).to.deep.equal([{ text, state: fault, problem: null }, []]);
      drafts.write('con_1', 'Hi');
      expect(drafts.of('con_1').state).to.equal('writing');
    });

  it('are sent without what nobody can see, of 10,000 characters at most', async () => {
    const { drafts, save, sent } = setup();
    drafts.write('con_1', ` ${'😀'.repeat(10_000)}\u0007\r\n`);
    void save();
    expect(sent.map(({ text }) => text)).to.deep.equal(['😀'.repeat(10_000)]);
  });

  it('leave the field once they are kept, and stand there at once', async () => {
    const { drafts, save, answer } = setup();
    drafts.write('con_1', 'One');
    const saving = save();
    expect(drafts.of('con_1')).to.deep.equal({ text: 'One', state: 'saving', problem: null });
    drafts.write('con_1', 'Typed meanwhile');
    expect(drafts.of('con_1').text).to.equal('One', 'what is on its way stays as it is');
    answer(kept('One', 2));
    await saving;
    expect(drafts.of('con_1')).to.deep.equal({ text: '', state: 'saved', problem: null });
    const before = [kept('Zero', 1)];
    expect(drafts.notes('con_1', before).map(({ text }) => text)).to.deep.equal(['One', 'Zero']);
    expect(drafts.notes('con_2', [])).to.deep.equal([]);
  });

  it('are listed once when they have been read, newest first, and nothing else is', async () => {
    const { drafts, save, answer } = setup();
    drafts.write('con_1', 'Two');
    const saving = save();
    answer(kept('Two', 2));
    await saving;
    const timeline = [kept('One', 1), anEntry('call_ended', 1), kept('Two', 2)];
    expect(drafts.notes('con_1', timeline).map(({ text }) => text)).to.deep.equal(['Two', 'One']);
    expect(drafts.notes('con_1', [])).to.deep.equal([], 'what was read is known from there');
  });

  it('keep their id until they have arrived, and get another one when they are changed', async () => {
    const { drafts, save, sent, refuse, answer } = setup();
    drafts.write('con_1', 'One');
    const first = save();
    refuse('rate_limited');
    await first;
    expect(drafts.of('con_1')).to.deep.equal({ text: 'One', state: 'failed', problem: 'rate_limited' });
    const second = save();
    answer(kept('One'));
    await second;
    drafts.write('con_1', 'Two');
    void save();
    const [a, b, c] = sent.map(({ clientId }) => clientId);
    expect([a === b, b === c]).to.deep.equal([true, false]);
  });

  it('fail where they were written, while another conversation is shown', async () => {
    const { drafts, save, refuse } = setup();
    drafts.write('con_1', 'One');
    drafts.write('con_2', 'Two');
    const saving = save('con_1');
    refuse('unreachable');
    await saving;
    expect([drafts.of('con_1').state, drafts.of('con_2').state]).to.deep.equal(['failed', 'writing']);
  });
});
