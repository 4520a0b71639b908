import type {
  Agent,
  AgentCall,
  CallLink,
  Callback,
  Conversation,
  FieldLabel,
  KeptAnswer,
  Offer,
  TimelineEntry,
  WrapUp,
  WrapUpAnswer,
  WrapUpField,
} from '@carillon/contract';

/** Records with every field filled, for tests and galleries. */
export const anOffer = (change: Partial<Offer> = {}): Offer => ({
  id: 'off_0000000000000000000001',
  callId: 'cal_0000000000000000000001',
  state: 'ringing',
  medium: 'video',
  caller: { name: 'Marija Horvat', number: null, origin: 'link' },
  queueName: 'Customer support',
  conversationId: 'cnv_0000000000000000000001',
  createdAt: 0,
  expiresAt: 30_000,
  withdrawReason: null,
  transferredBy: null,
  ...change,
});

export const aCall = (change: Partial<AgentCall> = {}): AgentCall => ({
  id: 'cal_0000000000000000000001',
  version: 1,
  state: 'active',
  medium: 'video',
  queueName: 'Customer support',
  queuedAt: 0,
  establishedAt: 1_000,
  endedAt: null,
  endReason: null,
  away: null,
  heldAt: null,
  consult: null,
  transfer: null,
  mayTransfer: true,
  caller: { name: 'Marija Horvat', number: null, origin: 'link' },
  conversationId: 'cnv_0000000000000000000001',
  ...change,
});

export const aConversation = (change: Partial<Conversation> = {}): Conversation => ({
  id: 'con_0000000000000000000001',
  title: 'Marija Horvat',
  personId: null,
  status: 'open',
  queueName: 'Customer support',
  medium: 'video',
  agentId: null,
  agentName: null,
  waitingCallId: null,
  openedAt: 0,
  updatedAt: 0,
  ...change,
});

export const aWrapUp = (change: Partial<WrapUp> = {}): WrapUp => ({
  id: 'wrp_0000000000000000000001',
  callId: 'cal_0000000000000000000001',
  conversationId: 'cnv_0000000000000000000001',
  caller: { name: 'Marija Horvat', number: null, origin: 'link' },
  openedAt: 0,
  endsAt: 30_000,
  extension: 'none',
  latestEndsAt: 30_000,
  closedAt: null,
  closedBy: null,
  note: '',
  summary: '',
  disposition: null,
  dispositions: [],
  fields: [],
  answers: [],
  rating: null,
  ratingAllowed: true,
  conversationStatus: 'open',
  ...change,
});

export const callLink = (change: Partial<CallLink> = {}): CallLink => ({
  id: 'lnk_0000000000000000000001',
  kind: 'one-time',
  state: 'available',
  configuration: 'default',
  displayName: 'Marija Horvat',
  conversationId: null,
  createdBy: { id: 'agt_0000000000000000000001', name: 'Ana Kovač' },
  createdAt: Date.UTC(2026, 10, 24, 9),
  opensAt: null,
  expiresAt: Date.UTC(2026, 10, 25, 9),
  timeFrame: null,
  hours: null,
  customData: null,
  openedAt: null,
  usedAt: null,
  revokedAt: null,
  ...change,
});

export const aCallback = (change: Partial<Callback> = {}): Callback => ({
  id: 'cbk_0000000000000000000001',
  state: 'in_queue',
  wish: 'call',
  name: 'Marija Horvat',
  number: '+385911234567',
  conversationId: 'cnv_0000000000000000000001',
  queueName: 'Customer support',
  requestedAt: Date.UTC(2026, 10, 24, 9),
  askedAgainAt: null,
  times: 1,
  ...change,
});

export const anAgent = (change: Partial<Agent> = {}): Agent => ({
  id: 'agt_0000000000000000000001',
  name: 'Ana Kovač',
  status: 'active',
  nextStatus: null,
  availability: 'available',
  queues: [{ id: 'que_0000000000000000000001', name: 'Customer support' }],
  ...change,
});

/** One entry of a conversation's history; `minute` counts from nine o'clock of a day. */
export const anEntry = (
  type: TimelineEntry['type'],
  minute: number,
  change: Partial<TimelineEntry> = {},
): TimelineEntry => ({
  id: `evt_${type}_${minute}`,
  at: new Date(2026, 10, 24, 9, minute).getTime(),
  type,
  actor: null,
  text: null,
  durationMs: null,
  ...change,
});

/** A form with every kind of field; its labels are German, too. */
export const aForm = (): readonly WrapUpField[] => {
  const field = (key: string, kind: WrapUpField['kind'], label: FieldLabel, change: Partial<WrapUpField> = {}) => ({
    ...{ key, kind, label, required: false, choices: [] },
    ...change,
  });
  return [
    field('reason', 'choice', { en: 'Reason', de: 'Grund' }, { required: true, choices: ['Bill', 'Fault', 'Moving'] }),
    field('contract', 'text', { en: 'Contract', de: 'Vertrag' }, { required: true }),
    field('amount', 'number', { en: 'Amount', de: 'Betrag' }),
    field('again', 'yes-no', { en: 'Call again', de: 'Erneut anrufen' }),
    field('on', 'date', { en: 'Appointment', de: 'Termin' }),
    field('details', 'long-text', { en: 'What was agreed', de: 'Was vereinbart wurde' }),
  ];
};

/** What stands in it. */
export const someAnswers = (): readonly WrapUpAnswer[] => [
  { key: 'reason', value: 'Bill' },
  { key: 'contract', value: 'C-4711' },
  { key: 'amount', value: 12.5 },
  { key: 'again', value: true },
  { key: 'on', value: '2027-03-01' },
  { key: 'details', value: 'Sends the bill again.\nHalf of it is paid back.' },
];

/** What a form's answers are in a history. */
export const keptAnswers = (): KeptAnswer[] =>
  aForm().flatMap(({ key, kind, label }) =>
    someAnswers()
      .filter((answer) => answer.key === key)
      .map(({ value }) => ({ key, kind, label, value })),
  );

/** The history of a conversation with one call: waited, held, passed on, rated. */
export const aHistory = (): readonly TimelineEntry[] => [
  anEntry('conversation_opened', 0, { actor: 'Marija Horvat' }),
  anEntry('link_created', 1, { actor: 'Ana Kovač', text: 'one-time' }),
  anEntry('call_queued', 4, { actor: 'Marija Horvat', text: 'video' }),
  anEntry('call_offered', 4, { actor: 'Ben Weber' }),
  anEntry('offer_missed', 5, { actor: 'Ben Weber' }),
  anEntry('call_answered', 6, { actor: 'Ana Kovač' }),
  anEntry('call_established', 6),
  anEntry('call_on_hold', 8, { actor: 'Ana Kovač' }),
  anEntry('hold_ended', 10, { actor: 'Ana Kovač', durationMs: 95_000 }),
  anEntry('transfer_started', 11, { actor: 'Ana Kovač', text: 'Ben Weber' }),
  anEntry('transfer_failed', 12, { actor: 'Ben Weber', text: 'declined' }),
  anEntry('message_received', 13, { actor: 'Marija Horvat', text: 'The number is on the box:\n4711' }),
  anEntry('message_sent', 14, { actor: 'Ana Kovač', text: 'Thank you.' }),
  anEntry('connection_lost', 15, { actor: 'Marija Horvat' }),
  anEntry('connection_back', 15, { actor: 'Marija Horvat', durationMs: 12_000 }),
  anEntry('call_ended', 17, { text: 'customer_hangup', durationMs: 660_000 }),
  anEntry('call_rated', 18, { actor: 'Marija Horvat', text: '5' }),
  anEntry('summary_saved', 19, { actor: 'Ana Kovač', text: 'Billing question, solved.' }),
  anEntry('note_saved', 19, { actor: 'Ana Kovač', text: 'Sends the invoice again.' }),
  anEntry('quality_rated', 19, { actor: 'Ana Kovač', text: '4' }),
  anEntry('form_filled', 19, { actor: 'Ana Kovač', answers: keptAnswers() }),
  anEntry('status_changed', 19, { actor: 'Ana Kovač', text: 'solved' }),
];
