import { createServer } from 'node:http';
import { readFileSync } from 'node:fs';

const { HOST, PORT, PUBLIC_URL, FAKE_LINK_SERVER: mode, MEDIA_STATUS_FILE } = process.env;
if (mode === 'fails') {
  console.error('LIVEKIT_API_SECRET is too short');
  process.exit(3);
}
createServer((request, response) => {
  if (request.url === '/v1/media-status') return response.end(readFileSync(MEDIA_STATUS_FILE));
  if (request.url === '/die') process.exit(9);
  response.end('ok');
}).listen(Number(PORT), HOST, () => {
  console.log('starting…'); // a line that is no event
  console.log(JSON.stringify({ event: 'listening', url: PUBLIC_URL }));
  console.log(JSON.stringify({ event: 'demo', customerLink: `${PUBLIC_URL}/j/abc` }));
});
