import { expect } from '@open-wc/testing';
import { NoteSaver } from './note-saver.js';

/** A saver whose requests are answered by hand. */
function setup({ waitMs = 0, retryMs = 0 } = {}) {
  const asked: string[] = [];
  const answers: { readonly resolve: () => void; readonly reject: (error: Error) => void }[] = [];
  let heard = () => undefined as void;
  const saver = new NoteSaver({
    save: (id, note) => {
      asked.push(`${id} ${note}`);
      heard();
      return new Promise((resolve, reject) => answers.push({ resolve, reject }));
    },
    changed: () => heard(),
    waitMs,
    retryMs,
  });
  const until = (holds: () => boolean) =>
    new Promise<void>((done) => {
      heard = () => void (holds() && done());
      heard();
    });
  const answer = (ok = true) => (ok ? answers.shift()?.resolve() : answers.shift()?.reject(new Error('gone')));
  return { saver, asked, answer, until };
}

describe('saving a note', () => {
  it('waits for the last key and saves the whole text once', async () => {
    const { saver, asked, answer, until } = setup();
    saver.open('wrp_1', '');
    saver.write('W');
    saver.write('Wa');
    expect(saver.state).to.equal('dirty');
    await until(() => asked.length > 0);
    answer();
    await until(() => saver.state === 'saved');
    expect(asked).to.deep.equal(['wrp_1 Wa']);
  });

  it('says saved only when the newest text is', async () => {
    const { saver, asked, answer, until } = setup();
    saver.open('wrp_1', '');
    saver.write('one');
    await until(() => asked.length === 1);
    saver.write('two');
    answer();
    await until(() => asked.length === 2);
    expect(saver.state).not.to.equal('saved');
    answer();
    await until(() => saver.state === 'saved');
    expect(asked).to.deep.equal(['wrp_1 one', 'wrp_1 two']);
  });

  it('has one request under way at a time, so that an old text never comes last', async () => {
    const { saver, asked, answer, until } = setup();
    saver.open('wrp_1', '');
    saver.write('one');
    await until(() => asked.length === 1);
    saver.write('two');
    void saver.flush();
    await Promise.resolve();
    expect(asked).to.have.length(1);
    answer();
    await until(() => asked.length === 2);
    answer();
  });

  it('tries again when the server was not reached (E-33)', async () => {
    const { saver, asked, answer, until } = setup();
    saver.open('wrp_1', '');
    saver.write('one');
    await until(() => asked.length === 1);
    answer(false);
    await until(() => asked.length === 2);
    answer();
    await until(() => saver.state === 'saved');
  });

  it('sends off what is not saved when the next wrap-up begins', async () => {
    const { saver, asked, until } = setup({ waitMs: 60_000 });
    saver.open('wrp_1', '');
    saver.write('half a sent');
    saver.open('wrp_2', '');
    await until(() => asked.length === 1);
    expect(asked).to.deep.equal(['wrp_1 half a sent']);
    expect(saver.text).to.equal('');
  });

  it('saves nothing that did not change', async () => {
    const { saver, asked } = setup();
    saver.open('wrp_1', 'kept');
    await saver.flush();
    saver.write('other');
    saver.settle('other');
    await saver.flush();
    expect(asked).to.deep.equal([]);
    expect(saver.text).to.equal('other');
  });
});
