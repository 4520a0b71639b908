import { expect } from '@open-wc/testing';
import { Captions, type CaptionLine } from './captions.js';

const call = { callId: 'cal_1', locale: 'en' };
const line = (change: Partial<CaptionLine> = {}): CaptionLine => ({
  id: '1',
  speaker: 'remote',
  text: 'Hello',
  final: true,
  ...change,
});

/** Captions whose engine a test speaks for. */
function setup() {
  const asked: string[] = [];
  let show: (line: CaptionLine) => void = () => undefined;
  const captions = new Captions(({ callId, locale }, tell) => {
    asked.push(`start ${callId} ${locale}`);
    show = tell;
    return () => asked.push('stop');
  });
  return {
    captions,
    asked,
    say: (one: CaptionLine) => show(one),
    texts: () => captions.snapshot.lines.map((one) => one.text),
  };
}

describe('captions', () => {
  it('are not there without a source', () => {
    const captions = new Captions();
    captions.turnOn(call);
    expect([captions.available, captions.snapshot.on]).to.eql([false, false]);
  });

  it('ask for nothing until somebody wants to read, and once', () => {
    const { captions, asked } = setup();
    expect([captions.available, asked]).to.eql([true, []]);
    captions.turnOn(call);
    captions.turnOn(call);
    expect([asked, captions.snapshot.on]).to.eql([['start cal_1 en'], true]);
  });

  it('show line after line, and the better words of one in its place', () => {
    const { captions, say, texts } = setup();
    captions.turnOn(call);
    say(line({ text: 'Hel', final: false }));
    say(line({ id: '2', text: 'Good' }));
    say(line());
    expect(texts()).to.eql(['Hello', 'Good']);
  });

  it('keep the latest lines, none of them without end', () => {
    const { captions, say, texts } = setup();
    captions.turnOn(call);
    for (let i = 0; i < 50; i++) say(line({ id: String(i), text: String(i) }));
    say(line({ id: 'long', text: 'a'.repeat(10_000) }));
    expect(texts()).to.have.length(20);
    expect(texts().at(-1)).to.have.length(500);
    expect(texts()[0]).to.equal('31');
  });

  it('stop the source and forget what was said', () => {
    const { captions, asked, say, texts } = setup();
    captions.turnOn(call);
    say(line());
    captions.turnOff();
    say(line({ id: 'late' }));
    expect([asked.at(-1), texts(), captions.snapshot.on]).to.eql(['stop', [], false]);
    captions.turnOff();
    expect(asked.filter((one) => one === 'stop')).to.have.length(1);
  });

  it('tell whoever listens', () => {
    const { captions, say } = setup();
    let told = 0;
    const stop = captions.subscribe(() => told++);
    captions.turnOn(call);
    say(line());
    stop();
    say(line({ id: '2' }));
    expect(told).to.equal(2);
  });
});
