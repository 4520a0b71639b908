import { define, type ElementClass } from '@carillon/call';

/**
 * Makes the way to elements that are only needed when somebody asks for what they do: loaded and registered once. It
 * rejects when they could not be fetched, and the next call tries anew.
 */
function lazily(load: () => Promise<readonly ElementClass[]>): () => Promise<void> {
  let loading: Promise<void> | null = null;
  return () =>
    (loading ??= load().then(
      (classes) => define(...classes),
      (error: unknown) => {
        loading = null;
        throw error;
      },
    ));
}

/** What passes a call on. */
export const loadTransfer = lazily(() =>
  import('./transfer-dialog/transfer-dialog.js').then(({ CcTransferDialog }) => [CcTransferDialog]),
);

/** What chooses devices and the background of one's own picture. */
export const loadSettings = lazily(() => import('./settings.js').then(({ CcSettingsDialog }) => [CcSettingsDialog]));

/** The form of a company that has set one. */
export const loadWrapupForm = lazily(() =>
  import('./wrapup-form/wrapup-form.js').then(({ CcWrapupForm }) => [CcWrapupForm]),
);

/** What writes to a customer from their conversation. */
export const loadReplyBox = lazily(() => import('./reply-box/reply-box.js').then(({ CcReplyBox }) => [CcReplyBox]));

/** A whole conversation: its history, its notes and what writes to its customer. */
export const loadConversation = lazily(() =>
  import('./conversation/load-conversation.js').then(({ CcCallLog, CcConversation, CcReplyBox }) => [
    CcCallLog,
    CcReplyBox,
    CcConversation,
  ]),
);

/** What goes beyond the controls of a call. */
export const loadCallExtras = lazily(() =>
  import('./call-extras.js').then(({ CcCaptions, CcDeviceNotice, CcPictureInPicture }) => [
    CcCaptions,
    CcDeviceNotice,
    CcPictureInPicture,
  ]),
);
