import type { CallLinkKind } from '@carillon/contract';
import { DomainError } from '../domain-error.js';
import type { Query } from '../store/database.js';

/** What a company has decided about a sort of link: its kind, queue, life and look. */
export interface ConfigurationRow {
  readonly id: string;
  readonly key: string;
  readonly kind: CallLinkKind;
  readonly queue_id: string;
  readonly queue_name: string;
  readonly life_ms: number;
  readonly brand_name: string;
  readonly brand_color: string;
  readonly brand_welcome: string;
}

const columns = `link_configuration.*, queue.name as queue_name
  from link_configuration join queue on queue.id = queue_id`;

/** Reads a configuration by its key. @throws {DomainError} `configuration_not_found` */
export async function readConfiguration(q: Query, key: string): Promise<ConfigurationRow> {
  const row = await q.get<ConfigurationRow>(`select ${columns} where link_configuration.key = $1`, key);
  if (!row) throw new DomainError('configuration_not_found');
  return row;
}

/** Reads the configuration of a link. @throws {DomainError} `configuration_not_found` */
export async function readConfigurationById(q: Query, id: string): Promise<ConfigurationRow> {
  const row = await q.get<ConfigurationRow>(`select ${columns} where link_configuration.id = $1`, id);
  if (!row) throw new DomainError('configuration_not_found');
  return row;
}
