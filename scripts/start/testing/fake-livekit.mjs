#!/usr/bin/env node
// Answers like livekit-server, drains on the first SIGTERM as it does, and ends on the second. Runs under any name.
void import('node:http').then(({ createServer }) => {
  const config = JSON.parse(process.argv[process.argv.indexOf('--config-body') + 1]);
  let terms = 0;
  process.on('SIGTERM', () => ++terms > 1 && process.exit(0));
  createServer((request, response) => response.end(JSON.stringify(config))).listen(
    config.port,
    config.bind_addresses[0],
  );
});
