import { expect } from '@open-wc/testing';
import { FakeChatServer } from '../testing/fake-chat-server.js';
import { flush, ManualClock } from '../testing/manual-clock.js';
import { Chat } from './chat.js';

const offline = () => new TypeError('Failed to fetch');
const refusal = (code: string) => Object.assign(new Error(code), { code });

describe('the messages of a call in a browser (MSG-1)', () => {
  let server: FakeChatServer;
  let clock: ManualClock;
  let chat: Chat;
  let stop: () => void;

  beforeEach(() => {
    clock = new ManualClock();
    server = new FakeChatServer(() => 5_000);
  });
  afterEach(() => {
    stop();
    chat.close();
  });

  /** Opens the customer's page; marks come as its stream brings them, unless it is cut. */
  async function open() {
    chat = new Chat({ port: server.port('customer'), clock, clockOffset: () => 5_000 - clock.now() });
    stop = server.onMark(() => chat.hear(server.mark('customer')));
    chat.read();
    await flush();
    return chat;
  }
  const lines = () => chat.snapshot.entries.map(({ text, state }) => `${text} ${state}`);
  const numbers = () => chat.snapshot.entries.map(({ seq }) => seq);

  it('are loaded once, in order, and confirmed', async () => {
    server.write('agent', 'Hello');
    server.write('customer', 'Hi', { deliveredAt: 1 });
    await open();
    expect(chat.snapshot).to.include({ status: 'ready', mayWrite: true, older: false });
    expect(lines()).to.eql(['Hello received', 'Hi delivered']);
    expect(server.asked).to.eql(['list before newest', 'received 1']);
    expect(server.messages[0]?.deliveredAt).to.equal(5_000);
  });

  it('show what is written at once, and then what became of it', async () => {
    await open();
    chat.send('  Hello\r\n');
    expect(lines()).to.eql(['Hello sending']);
    const [{ key } = { key: '' }] = chat.snapshot.entries;
    await flush();
    expect(lines()).to.eql(['Hello sent']);
    server.receive('customer', 1);
    await flush();
    expect(lines()).to.eql(['Hello delivered']);
    expect(chat.snapshot.entries[0]?.key).to.equal(key, 'the same line all the way');
  });

  it('arrive in the order in which they were written, one after the other', async () => {
    await open();
    let release = () => {};
    server.gate = new Promise<void>((resolve) => (release = resolve));
    for (const text of ['one', 'two', 'three']) chat.send(text);
    await flush();
    expect(server.asked.filter((asked) => asked.startsWith('send'))).to.eql(['send one']);
    server.gate = null;
    release();
    await flush();
    expect(server.messages.map(({ text }) => text)).to.eql(['one', 'two', 'three']);
    expect(numbers()).to.eql([1, 2, 3]);
  });

  it('are no message when nothing of them can be seen', async () => {
    await open();
    for (const text of ['', ' \n ', '\u200b', '\0']) chat.send(text);
    expect(chat.snapshot.entries).to.eql([]);
  });

  it('miss nothing that came before an own one', async () => {
    await open();
    stop();
    server.write('agent', 'First');
    chat.send('Second');
    await flush();
    expect(lines()).to.eql(['First received', 'Second sent']);
    expect(numbers()).to.eql([1, 2]);
  });

  it('that could not be sent say so, all that waited, and go again under their ids', async () => {
    await open();
    server.failure = offline();
    chat.send('one');
    chat.send('two');
    await flush();
    expect(lines()).to.eql(['one failed', 'two failed']);
    expect(chat.snapshot.entries.map(({ failure }) => failure)).to.eql(['offline', 'offline']);
    server.failure = null;
    chat.retry(chat.snapshot.entries[0]?.key ?? '');
    await flush();
    expect(lines()).to.eql(['one sent', 'two failed']);
  });

  it('that were refused say why, and those after them go on', async () => {
    await open();
    server.failure = refusal('rate_limited');
    chat.send('one');
    await flush();
    server.failure = null;
    chat.send('two');
    await flush();
    expect(chat.snapshot.entries.map(({ text, failure }) => [text, failure])).to.eql([
      ['two', null],
      ['one', 'rate_limited'],
    ]);
  });

  it('are there once, though their answer was lost', async () => {
    await open();
    server.loseAnswer = true;
    chat.send('Hello');
    await flush();
    expect(lines()).to.eql(['Hello sent']);
    expect(server.messages).to.have.length(1);
  });

  it('are caught up after an outage, none lost and none twice', async () => {
    await open();
    server.write('agent', 'before');
    await flush();
    stop();
    server.failure = offline();
    for (let n = 0; n < 250; n++) server.write('agent', `m${n}`);
    chat.hear(null);
    await flush();
    server.failure = null;
    globalThis.dispatchEvent(new Event('online'));
    await flush();
    expect(numbers()).to.eql(Array.from({ length: 251 }, (_, n) => n + 1));
    expect(new Set(chat.snapshot.entries.map(({ key }) => key)).size).to.equal(251);
    expect(server.messages.every(({ deliveredAt }) => deliveredAt !== null)).to.equal(true);
  });

  it('are asked for again by themselves, with longer pauses', async () => {
    server.failure = offline();
    await open();
    expect(chat.snapshot.status).to.equal('failed');
    await clock.advance(499);
    expect(server.asked).to.have.length(1);
    await clock.advance(1);
    expect(server.asked).to.have.length(2);
    await clock.advance(1_000);
    expect(server.asked).to.have.length(3);
    server.failure = null;
    await clock.advance(2_000);
    expect(chat.snapshot.status).to.equal('ready');
    expect(clock.waiting).to.equal(0);
  });

  it('are not asked for again once the server knows this browser no more', async () => {
    server.failure = refusal('session_expired');
    await open();
    await clock.advance(60_000);
    expect(server.asked).to.have.length(1);
  });

  it('count those that nobody has looked at, but not those from before a reload', async () => {
    server.write('agent', 'old', { deliveredAt: 1 });
    server.write('agent', 'new');
    await open();
    expect(chat.snapshot.unread).to.equal(1);
    chat.see();
    expect(chat.snapshot.unread).to.equal(0);
    server.write('agent', 'newer');
    await flush();
    chat.send('own');
    await flush();
    expect(chat.snapshot.unread).to.equal(1);
  });

  it('are read backwards page by page', async () => {
    for (let n = 1; n <= 150; n++) server.write('agent', `m${n}`, { deliveredAt: 1 });
    await open();
    expect([numbers()[0], chat.snapshot.older]).to.eql([51, true]);
    await Promise.all([chat.readOlder(), chat.readOlder()]);
    expect([numbers()[0], numbers().length, chat.snapshot.older]).to.eql([1, 150, false]);
    expect(server.asked.filter((asked) => asked === 'list before 51')).to.have.length(1);
  });

  it('can only be read once the call has ended', async () => {
    await open();
    chat.end();
    expect(chat.snapshot.mayWrite).to.equal(false);
  });

  it('confirm nothing where one only reads along', async () => {
    server.open = false;
    server.write('agent', 'Hello');
    await open();
    expect(server.asked).to.eql(['list before newest']);
    expect(chat.snapshot.mayWrite).to.equal(false);
  });

  it('leave nothing behind when they are closed', async () => {
    server.failure = offline();
    await open();
    chat.close();
    expect(clock.waiting).to.equal(0);
    globalThis.dispatchEvent(new Event('online'));
    await flush();
    expect(server.asked).to.have.length(1);
  });
});
