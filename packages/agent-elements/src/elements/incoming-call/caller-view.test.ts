import { expect } from '@open-wc/testing';
import { callerView } from './caller-view.js';

const queueName = 'Customer support';
const number = '+385911234567';

describe('what is shown of who calls', () => {
  for (const [title, caller, strict, shown] of [
    [
      'a phone caller whom People knows (RCV-8)',
      { name: 'Marija', number, origin: 'phone' },
      false,
      { name: 'Marija', number, viaLink: false, queue: queueName },
    ],
    [
      'a phone caller whom People does not know (RCV-9)',
      { name: null, number, origin: 'phone' },
      false,
      { name: null, number, viaLink: false, queue: queueName },
    ],
    [
      'the same, strictly (Q-1)',
      { name: null, number, origin: 'phone' },
      true,
      { name: null, number, viaLink: false, queue: null },
    ],
    [
      'a known phone caller, strictly',
      { name: 'Marija', number, origin: 'phone' },
      true,
      { name: 'Marija', number, viaLink: false, queue: queueName },
    ],
    [
      'a link caller, strictly',
      { name: null, number: null, origin: 'link' },
      true,
      { name: null, number: null, viaLink: true, queue: queueName },
    ],
    [
      'a link caller whose person has a number',
      { name: 'Marija', number, origin: 'link' },
      false,
      { name: 'Marija', number: null, viaLink: true, queue: queueName },
    ],
  ] as const)
    it(title, () => expect(callerView({ caller, queueName }, strict)).to.deep.equal(shown));
});
