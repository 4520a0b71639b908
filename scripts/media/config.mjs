/**
 * Configuration of a media server for this machine alone: it listens on loopback, asks no STUN server (nothing answers
 * on that port, and nothing leaves `lo`), creates no room by itself and reports to the link-server.
 */
export const mediaConfig = ({ port, udpPort, stunPort, key, secret, webhook, host = '127.0.0.1' }) => ({
  port,
  bind_addresses: [host],
  rtc: {
    udp_port: udpPort,
    tcp_port: 0,
    node_ip: '127.0.0.1',
    enable_loopback_candidate: true,
    ...(host === '127.0.0.1' ? { interfaces: { includes: ['lo', 'lo0'] } } : {}),
    stun_servers: [`127.0.0.1:${stunPort}`],
  },
  keys: { [key]: secret },
  room: { auto_create: false, empty_timeout: 150, departure_timeout: 150, enable_remote_unmute: false },
  webhook: { api_key: key, urls: [webhook] },
  logging: { level: 'warn', json: true },
});
