import { LinkSettings, type CallLinkKind, type LinkMedia } from '@carillon/contract';
import { DomainError } from '../domain-error.js';
import type { Query } from '../store/database.js';

/** What a company has decided about a sort of link: its kind, queue, life, look and settings. */
export interface ConfigurationRow {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  readonly version: number;
  readonly archived_at: number | null;
  readonly kind: CallLinkKind;
  readonly queue_id: string;
  readonly queue_name: string;
  readonly media: LinkMedia;
  readonly life_ms: number;
  readonly brand_name: string;
  readonly brand_color: string;
  readonly brand_welcome: string;
  /** Whatever no query asks for, as JSON. */
  readonly settings: string;
}

export const configurationColumns = `link_configuration.*, queue.name as queue_name
  from link_configuration join queue on queue.id = queue_id`;

/** Reads a configuration that new links can be made with. @throws {DomainError} `configuration_not_found` */
export async function readConfiguration(q: Query, key: string): Promise<ConfigurationRow> {
  const row = await q.get<ConfigurationRow>(
    `select ${configurationColumns} where link_configuration.key = $1 and link_configuration.archived_at is null`,
    key,
  );
  if (!row) throw new DomainError('configuration_not_found');
  return row;
}

/** Reads the configuration of a link, archived or not. @throws {DomainError} `configuration_not_found` */
export async function readConfigurationById(q: Query, id: string): Promise<ConfigurationRow> {
  const row = await q.get<ConfigurationRow>(`select ${configurationColumns} where link_configuration.id = $1`, id);
  if (!row) throw new DomainError('configuration_not_found');
  return row;
}

/** The settings in a row, with defaults for what it does not say. */
export const settingsOf = ({ settings }: Pick<ConfigurationRow, 'settings'>): LinkSettings =>
  LinkSettings.parse(JSON.parse(settings));
