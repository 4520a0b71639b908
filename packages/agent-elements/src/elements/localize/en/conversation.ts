/** The words of a conversation and its notes. */
export const conversation = {
  'conversation.closed': 'This conversation is closed. No call link can be made for it.',
  'conversation.notes': 'Notes',
  'conversation.no-notes': 'No notes yet.',
  'conversation.note': 'New note',
  'conversation.note-hint': 'The customer does not see it.',
  'conversation.note-keys': '{keys} saves.',
  'conversation.note-missing': 'Write a note.',
  'conversation.save': 'Save note',
} as const;
