import { expect } from '@open-wc/testing';
import { TimeFrameForm } from './time-frame-form.js';

const now = Date.parse('2026-11-25T11:50:00Z');
const zone = 'Europe/Zagreb';

function setup() {
  let changes = 0;
  const form = new TimeFrameForm(() => changes++, zone);
  form.propose(now);
  return { form, changes: () => changes };
}

const options = [
  { local: '2027-10-31T02:30', offset: '+02:00', at: 1 },
  { local: '2027-10-31T02:30', offset: '+01:00', at: 2 },
];

describe('the form of a time-frame', () => {
  it('proposes an hour from the next quarter on, in the agent’s zone', () => {
    const { form } = setup();
    expect([form.start, form.end]).to.deep.equal(['2026-11-25T13:00', '2026-11-25T14:00']);
    expect(form.read(now)).to.deep.equal({
      startLocal: '2026-11-25T13:00',
      endLocal: '2026-11-25T14:00',
      timeZone: zone,
    });
  });

  it('says what is wrong, until it is changed', () => {
    const { form, changes } = setup();
    form.set('end', '2026-11-25T12:00');
    expect(form.read(now)).to.equal(null);
    expect(form.problem).to.deep.equal({ field: 'end', key: 'end-before-start' });
    const before = changes();
    form.set('end', '2026-11-25T15:00');
    expect(form.problem).to.equal(null);
    expect(changes()).to.be.above(before);
  });

  it('asks which moment is meant, sends nothing before that is answered, and then the answer', () => {
    const { form } = setup();
    form.set('start', '2027-10-31T02:30');
    form.set('end', '2027-10-31T04:30');
    expect(form.refuse('local_time_ambiguous', ['timeFrame.startLocal'], options)).to.equal(true);
    expect(form.question).to.deep.equal({ field: 'start', why: 'repeat', options });
    expect(form.read(now)).to.equal(null);
    form.choose('start', options[1]!);
    expect(form.offsetOf('start')).to.equal('+01:00');
    expect(form.read(now)).to.deep.include({ startLocal: '2027-10-31T02:30', startOffset: '+01:00' });
  });

  it('takes the time that exists where the one that was entered does not', () => {
    const { form } = setup();
    form.set('start', '2027-03-28T02:30');
    form.set('end', '2027-03-28T05:00');
    form.refuse('local_time_gap', ['timeFrame.startLocal'], [{ local: '2027-03-28T03:30', offset: '+02:00', at: 1 }]);
    expect(form.question?.why).to.equal('gap');
    form.choose('start', { local: '2027-03-28T03:30', offset: '+02:00', at: 1 });
    expect(form.read(now)).to.deep.include({ startLocal: '2027-03-28T03:30', startOffset: '+02:00' });
  });

  it('forgets an answer with the time that it was given for', () => {
    const { form } = setup();
    form.choose('start', options[0]!);
    form.set('start', '2026-11-25T13:15');
    expect(form.read(now)).not.to.have.property('startOffset');
  });

  it('says at the field what else the server refuses of it, and leaves other refusals alone', () => {
    const { form } = setup();
    expect(form.refuse('invalid_request', ['timeFrame.endLocal'], [])).to.equal(true);
    expect(form.problem).to.deep.equal({ field: 'end', key: 'frame-refused' });
    expect(form.refuse('conversation_closed', [], [])).to.equal(false);
  });

  it('knows its moments, once it has some', () => {
    const { form } = setup();
    expect(form.span).to.deep.equal([Date.parse('2026-11-25T12:00:00Z'), Date.parse('2026-11-25T13:00:00Z')]);
    form.set('end', '');
    expect(form.span).to.equal(null);
  });
});
