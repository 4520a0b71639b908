import { infrastructure } from './0001-infrastructure.js';
import { calls } from './0002-calls.js';
import { company } from './0003-company.js';
import { links } from './0004-links.js';
import { identity } from './0005-identity.js';
import { webhooks } from './0006-webhooks.js';
import { administration } from './0007-administration.js';
import { callbacks } from './0008-callbacks.js';
import { routing } from './0009-routing.js';
import { pictures } from './0010-pictures.js';
import { estimate } from './0011-estimate.js';
import { hold } from './0012-hold.js';
import { wrapUpExtension } from './0013-wrap-up-extension.js';
import { transfer } from './0014-transfer.js';
import { messages } from './0015-messages.js';
import { dispositions } from './0016-dispositions.js';
import { mail } from './0017-mail.js';
import { wrapUpForm } from './0018-wrap-up-form.js';
import { warmTransfer } from './0019-warm-transfer.js';
import { holdSounds } from './0020-hold-sounds.js';
import { qualityRating } from './0021-quality-rating.js';
import { notes } from './0022-notes.js';
import { summary } from './0023-summary.js';
import { agentWrapUp } from './0024-agent-wrap-up.js';
import { agentBackgrounds } from './0025-agent-backgrounds.js';
import type { Migration } from './migration.js';

/** The schema's history, oldest first. */
export const migrations: readonly Migration[] = [
  infrastructure,
  calls,
  company,
  links,
  identity,
  webhooks,
  administration,
  callbacks,
  routing,
  pictures,
  estimate,
  hold,
  wrapUpExtension,
  transfer,
  messages,
  dispositions,
  mail,
  wrapUpForm,
  warmTransfer,
  holdSounds,
  qualityRating,
  notes,
  summary,
  agentWrapUp,
  agentBackgrounds,
];
