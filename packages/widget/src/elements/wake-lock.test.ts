import { expect } from '@open-wc/testing';
import type { ReactiveController } from 'lit';
import { ScreenWakeLock } from './wake-lock.js';

class Lock {
  released = false;
  release = (): Promise<void> => {
    this.released = true;
    return Promise.resolve();
  };
}

function setup({ refuses = false, known = true } = {}) {
  const locks: Lock[] = [];
  const asked: string[] = [];
  const now = { wanted: true };
  let controller: ReactiveController | undefined;
  const host = {
    addController: (one: ReactiveController) => void (controller = one),
    removeController: () => undefined,
    requestUpdate: () => undefined,
    updateComplete: Promise.resolve(true),
  };
  const source = {
    async request(type?: WakeLockType) {
      asked.push(type ?? '');
      if (refuses) throw new DOMException('', 'NotAllowedError');
      const lock = new Lock();
      locks.push(lock);
      return lock as unknown as WakeLockSentinel;
    },
  };
  new ScreenWakeLock(
    host,
    () => now.wanted,
    () => (known ? source : undefined),
  );
  controller?.hostConnected?.();
  const update = async () => {
    controller?.hostUpdated?.();
    await Promise.resolve();
    await Promise.resolve();
  };
  const disconnect = () => controller?.hostDisconnected?.();
  return { locks, asked, now, update, disconnect };
}

describe('the screen of a phone', () => {
  it('stays on while somebody waits or talks, and is asked for once', async () => {
    const { asked, locks, update } = setup();
    await update();
    await update();
    expect(asked).to.eql(['screen']);
    expect(locks[0]?.released).to.equal(false);
  });

  it('may go dark again afterwards, and when the element goes', async () => {
    for (const end of ['over', 'gone'] as const) {
      const { locks, now, update, disconnect } = setup();
      await update();
      if (end === 'gone') disconnect();
      else now.wanted = false;
      if (end === 'over') await update();
      expect(locks[0]?.released, end).to.equal(true);
    }
  });

  it('is asked for again once the browser has taken it back', async () => {
    const { asked, locks, update } = setup();
    await update();
    await locks[0]?.release();
    document.dispatchEvent(new Event('visibilitychange'));
    await update();
    expect(asked).to.eql(['screen', 'screen']);
  });

  it('is not kept on by an answer that comes too late', async () => {
    const { locks, now, update } = setup();
    const first = update();
    now.wanted = false;
    await first;
    expect(locks[0]?.released).to.equal(true);
  });

  it('does as it likes where a browser refuses or knows nothing of it', async () => {
    const refusing = setup({ refuses: true });
    await refusing.update();
    await refusing.update();
    expect(refusing.asked.length).to.be.greaterThan(0);
    const old = setup({ known: false });
    await old.update();
    expect(old.asked).to.eql([]);
  });

  it('is left alone once the element has gone', async () => {
    const { asked, locks, update, disconnect } = setup();
    await update();
    disconnect();
    document.dispatchEvent(new Event('visibilitychange'));
    expect([asked.length, locks.length]).to.eql([1, 1]);
  });
});
