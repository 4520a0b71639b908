import { define } from '@carillon/call';

let loading: Promise<void> | null = null;

/** Loads and registers what passes a call on. It rejects when it could not be fetched, and the next call tries anew. */
export function loadTransfer(): Promise<void> {
  loading ??= import('./transfer-dialog/transfer-dialog.js').then(
    ({ CcTransferDialog }) => define(CcTransferDialog),
    (error: unknown) => {
      loading = null;
      throw error;
    },
  );
  return loading;
}
