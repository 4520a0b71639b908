import { expect } from '@open-wc/testing';
import { mostInFrame, SseParser } from './sse-parser.js';

const stream = 'id: 7\nevent: call\ndata: {"a":1}\n\n: heartbeat\n\nevent: hello\ndata: {}\n\n';
const frames = [
  { id: '7', event: 'call', data: '{"a":1}' },
  { id: null, event: '', data: '' },
  { id: null, event: 'hello', data: '{}' },
];

describe('the parser of event streams', () => {
  it('cuts text into frames, comments too', () => expect(new SseParser().push(stream)).to.eql(frames));

  it('takes it in whatever pieces it comes', () => {
    for (let size = 1; size < 9; size++) {
      const parser = new SseParser();
      const pieces = stream.match(new RegExp(`[^]{1,${size}}`, 'g')) ?? [];
      expect(pieces.flatMap((piece) => parser.push(piece))).to.eql(frames);
    }
  });

  it('takes lines that a proxy has ended with CR LF, cut anywhere', () => {
    const parser = new SseParser();
    const pieces = [...stream.replaceAll('\n', '\r\n')];
    expect(pieces.flatMap((piece) => parser.push(piece))).to.eql(frames);
  });

  it('keeps what is not complete', () => expect(new SseParser().push('event: call\ndata: {}\n')).to.eql([]));

  for (const size of [1_000, 65_536, 2_000_000])
    it(`passes over a frame that is too long, in pieces of ${size}, and takes the next one`, () => {
      const parser = new SseParser();
      const text = `event: call\ndata: ${'x'.repeat(mostInFrame)}\n\n${stream}`;
      const got = [];
      for (let at = 0; at < text.length; at += size) got.push(...parser.push(text.slice(at, at + size)));
      expect(got).to.eql(frames);
    });

  it('passes over one that is too long and ends between two pieces', () => {
    const parser = new SseParser();
    expect(parser.push(`data: ${'x'.repeat(mostInFrame)}\n`)).to.eql([]);
    expect(parser.push(`\n${stream}`)).to.eql(frames);
  });

  it('takes a frame of the greatest length', () => {
    const [frame] = new SseParser().push(`data:${'x'.repeat(mostInFrame - 5)}\n\n`);
    expect(frame?.data.length).to.equal(mostInFrame - 5);
  });

  for (const [title, block, frame] of [
    ['joins several lines of data', 'data: a\ndata: b', { id: null, event: '', data: 'a\nb' }],
    ['takes one space off a value', 'event:  x', { id: null, event: ' x', data: '' }],
    ['takes a value without a space', 'event:x', { id: null, event: 'x', data: '' }],
    ['takes a field without a value', 'data\nevent: x', { id: null, event: 'x', data: '' }],
    ['keeps colons of a value', 'data: {"at":"a:b"}', { id: null, event: '', data: '{"at":"a:b"}' }],
    ['leaves out fields that it does not know', 'retry: 5\nevent: x', { id: null, event: 'x', data: '' }],
  ] as const) {
    it(title, () => expect(new SseParser().push(`${block}\n\n`)).to.eql([frame]));
  }
});
