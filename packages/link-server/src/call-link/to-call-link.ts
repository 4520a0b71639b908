import { AllowedHours, CustomData, type CallLink, type CallLinkState } from '@carillon/contract';
import type { CallLinkRow } from '../transition/rows.js';
import { linkStateAt } from './link-state.js';
import type { ListedLinkRow } from './read-call-link.js';

/** A link's state in the record. Allowed hours do not count here: they come and go. */
function recordState(row: CallLinkRow, now: number): CallLinkState {
  if (row.revoked_at !== null) return 'revoked';
  const state = linkStateAt(row, null, now);
  return state === 'in-use' ? 'leased' : state;
}

/** A link as agents see it: everything but its code, which nobody has kept. */
export const toCallLink = (row: ListedLinkRow, now: number): CallLink => ({
  id: row.id,
  kind: row.kind,
  state: recordState(row, now),
  configuration: row.configuration_key,
  displayName: row.display_name,
  conversationId: row.conversation_id,
  createdBy: row.created_by === null ? null : { id: row.created_by, name: row.creator_name ?? '' },
  createdAt: row.created_at,
  opensAt: row.opens_at,
  expiresAt: row.expires_at,
  timeFrame: timeFrameOf(row),
  hours: row.hours === null ? null : AllowedHours.parse(JSON.parse(row.hours)),
  customData: row.custom_data === null ? null : CustomData.parse(JSON.parse(row.custom_data)),
  openedAt: row.opened_at,
  usedAt: row.used_at ?? row.established_at,
  revokedAt: row.revoked_at,
});

const timeFrameOf = ({ start_local, end_local, tz }: CallLinkRow): CallLink['timeFrame'] =>
  start_local === null || end_local === null || tz === null
    ? null
    : { startLocal: start_local, endLocal: end_local, timeZone: tz };
