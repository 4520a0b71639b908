import {
  bellIcon,
  checkIcon,
  type Icon,
  linkIcon,
  mailIcon,
  messageSquareIcon,
  pauseIcon,
  phoneForwardedIcon,
  phoneIcon,
  phoneOffIcon,
  playIcon,
  starIcon,
  userIcon,
  usersIcon,
  wifiIcon,
  wifiOffIcon,
} from '@carillon/call';
import type { TimelineEntry } from '@carillon/contract';

const icons: Readonly<Partial<Record<TimelineEntry['type'], Icon>>> = {
  link_created: linkIcon,
  link_revoked: linkIcon,
  link_requested: linkIcon,
  call_queued: phoneIcon,
  call_offered: bellIcon,
  offer_declined: phoneOffIcon,
  offer_missed: phoneOffIcon,
  call_answered: phoneIcon,
  call_established: phoneIcon,
  call_on_hold: pauseIcon,
  hold_ended: playIcon,
  transfer_started: phoneForwardedIcon,
  consult_started: usersIcon,
  conference_started: usersIcon,
  transfer_failed: phoneForwardedIcon,
  transfer_cancelled: phoneForwardedIcon,
  call_transferred: phoneForwardedIcon,
  connection_lost: wifiOffIcon,
  connection_back: wifiIcon,
  call_ended: phoneOffIcon,
  call_rated: starIcon,
  quality_rated: starIcon,
  message_received: messageSquareIcon,
  message_sent: messageSquareIcon,
  mail_received: mailIcon,
  mail_sent: mailIcon,
  note_saved: messageSquareIcon,
  summary_saved: messageSquareIcon,
  disposition_chosen: checkIcon,
  form_filled: checkIcon,
};

/** The picture beside an entry: what kind of thing happened, for those who skim. */
export const entryIcon = (type: TimelineEntry['type']): Icon => icons[type] ?? userIcon;

/** Entries that an agent should not overlook: somebody was not reached, or was lost. */
const bad: ReadonlySet<string> = new Set([
  'offer_missed',
  'transfer_failed',
  'call_requeued',
  'connection_lost',
  'call_ended abandoned_in_queue',
  'call_ended no_agent',
  'call_ended connection_lost',
]);

export const isBad = ({ type, text }: TimelineEntry): boolean => bad.has(type) || bad.has(`${type} ${text}`);
