import { CcChat } from './chat/chat.js';
import { CcChatButton } from './chat-button/chat-button.js';
import { CcChatNotice } from './chat-notice/chat-notice.js';

/** What shows the messages of a call: a chunk of its own. */
export const chatElements = [CcChat, CcChatButton, CcChatNotice] as const;
