import type {
  AgentRole,
  AgentStatus,
  CallEndReason,
  CallLinkKind,
  CallOrigin,
  CallState,
  Consult,
  ConversationStatus,
  Medium,
  OfferState,
  TransferFailure,
  TransferKind,
  WaitingSound,
  WithdrawReason,
  WrapUpExtension,
} from '@carillon/contract';

/** Rows as the tables hold them: times in epoch milliseconds, truth as 0 or 1. */
export interface AgentRow {
  readonly id: string;
  readonly ext_id: string;
  readonly name: string;
  readonly role: AgentRole;
  readonly status: AgentStatus;
  readonly next_status: AgentStatus | null;
  /** How many offers in a row this agent let ring out. */
  readonly missed: number;
  readonly idle_since: number;
  readonly presence_until: number;
  readonly wrap_up_ms: number | null;
  readonly version: number;
  /** When they ceased to work here. */
  readonly archived_at: number | null;
}

export interface CallRow {
  readonly id: string;
  readonly version: number;
  readonly link_id: string | null;
  readonly conversation_id: string;
  readonly queue_id: string;
  readonly queue_name: string;
  /** When somebody of its queue was answered last, and how long the line takes from one answer to the next. */
  readonly answered_at: number | null;
  readonly answer_every_ms: number | null;
  readonly waiting_sound: WaitingSound;
  readonly hold_sound: WaitingSound;
  readonly hold_music: string | null;
  readonly hold_announcement: string | null;
  readonly hold_announcement_every_ms: number | null;
  readonly state: CallState;
  readonly medium: Medium;
  readonly origin: CallOrigin;
  readonly caller_name: string | null;
  readonly caller_number: string | null;
  readonly room: string;
  readonly customer_identity: string;
  readonly customer_hash: string;
  readonly customer_until: number;
  readonly customer_away: number;
  readonly agent_id: string | null;
  readonly agent_name: string | null;
  readonly agent_identity: string | null;
  readonly agent_away: number;
  readonly priority: number;
  readonly position: number | null;
  readonly queued_at: number;
  readonly established_at: number | null;
  /** Since when the customer is on hold. */
  readonly held_at: number | null;
  readonly ended_at: number | null;
  readonly end_reason: CallEndReason | null;
  /** What its link carries, as JSON. */
  readonly custom_data: string | null;
  /** The agent who shared the link and is asked first; null: nobody is, or they have let it pass. */
  readonly sharer_id: string | null;
  readonly sharer_until: number | null;
  /** Whether it waits for them while they are not free, as 0 or 1. */
  readonly sharer_waits: number;
  /** Whether its queue assigns by itself, as 0 or 1. */
  readonly auto_assign: number;
  /** The latest transfer, of which the rest is null where there is none. */
  readonly transfer_id: string | null;
  readonly transfer_kind: TransferKind | null;
  readonly transfer_state: TransferState | null;
  readonly transfer_reason: TransferFailure | null;
  readonly transfer_held_before: number | null;
  readonly transfer_started_at: number | null;
  readonly transfer_target_id: string | null;
  readonly transfer_target_identity: string | null;
  readonly transfer_target_name: string | null;
  /** In a call as it is for an agent who was asked into it, not in the table: who asked, and whether all three talk. */
  readonly asked_in_by?: Consult;
}

/** `ended`: the call did, before the transfer came to anything. */
export type TransferState =
  'ringing' | 'connecting' | 'consulting' | 'conference' | 'completed' | 'failed' | 'cancelled' | 'ended';

export interface OfferRow {
  readonly id: string;
  readonly call_id: string;
  readonly agent_id: string;
  readonly identity: string;
  readonly state: OfferState;
  readonly withdraw_reason: WithdrawReason | null;
  /** The transfer for which it rings; null for a call of the queue. */
  readonly transfer_id: string | null;
  /** The name of who passes the call on. */
  readonly transferred_by: string | null;
  readonly created_at: number;
  readonly expires_at: number;
}

export interface WrapUpRow {
  readonly id: string;
  readonly call_id: string;
  readonly agent_id: string;
  readonly conversation_id: string;
  readonly opened_at: number;
  readonly ends_at: number;
  readonly extension: WrapUpExtension;
  /** How far its end can be moved. */
  readonly latest_at: number;
  readonly closed_at: number | null;
  readonly closed_by: 'agent' | 'timer' | null;
  readonly note: string;
  readonly summary: string;
  /** A list, as JSON. */
  readonly dispositions: string;
  readonly disposition: string | null;
  /** The form as it was when the call ended, and what is answered: both as JSON. */
  readonly fields: string;
  readonly answers: string;
  readonly rating_allowed: number;
  /** From 1 to 5. */
  readonly rating: number | null;
}

export interface ConversationRow {
  readonly id: string;
  readonly person_id: string | null;
  readonly title: string;
  readonly status: ConversationStatus;
  readonly queue_id: string;
  readonly queue_name: string;
  readonly agent_id: string | null;
  readonly waiting_call_id: string | null;
  readonly agent_name: string | null;
  readonly medium: Medium | null;
  readonly opened_at: number;
  readonly updated_at: number;
}

export interface CallLinkRow {
  readonly id: string;
  readonly configuration_id: string;
  readonly kind: CallLinkKind;
  readonly display_name: string | null;
  readonly conversation_id: string | null;
  readonly created_by: string | null;
  readonly created_at: number;
  readonly opens_at: number | null;
  readonly expires_at: number;
  /** The zone and the local times that its window was given in. */
  readonly tz: string | null;
  readonly start_local: string | null;
  readonly end_local: string | null;
  /** Its own allowed hours, as JSON; null: those of its configuration. */
  readonly hours: string | null;
  /** As JSON. */
  readonly custom_data: string | null;
  /** When its page was opened first. */
  readonly opened_at: number | null;
  readonly lease_hash: string | null;
  readonly lease_until: number | null;
  readonly used_at: number | null;
  readonly revoked_at: number | null;
}
