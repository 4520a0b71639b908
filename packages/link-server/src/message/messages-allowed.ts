import { settingsOf, type ConfigurationRow } from '../call-link/read-configuration.js';
import type { Query } from '../store/database.js';

/** Whether the link of a call lets its customer write and read messages. A call without a link does not take them away. */
export async function messagesAllowed(q: Query, callId: string): Promise<boolean> {
  const row = await q.get<Pick<ConfigurationRow, 'settings'>>(
    `select link_configuration.settings from call join call_link on call_link.id = call.link_id
     join link_configuration on link_configuration.id = call_link.configuration_id where call.id = $1`,
    callId,
  );
  return row === undefined || settingsOf(row).callOptions.chat;
}
