import { callLog } from './en/call-log.js';
import { conversation } from './en/conversation.js';
import { replyBox } from './en/reply-box.js';
import { transfer } from './en/transfer.js';
import { wrapupForm } from './en/wrapup-form.js';
import { strings } from './strings.js';

/** Every English sentence of this package. Elements take the part they use; translations are checked against it all. */
export const english = { ...strings, ...transfer, ...callLog, ...conversation, ...replyBox, ...wrapupForm } as const;
