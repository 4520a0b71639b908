import { RequestEvent } from '@carillon/call';

/** Before a note is kept in a conversation. Cancel it to keep it in the field. */
export class NoteRequestEvent extends RequestEvent {
  readonly conversationId: string;
  readonly text: string;

  constructor(conversationId: string, text: string) {
    super('cc-note-request');
    this.conversationId = conversationId;
    this.text = text;
  }
}

declare global {
  interface HTMLElementEventMap {
    'cc-note-request': NoteRequestEvent;
  }
}
