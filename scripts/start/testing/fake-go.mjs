#!/usr/bin/env node
// Speaks like Go: three packages to compile, of which the last waits until FAKE_GO_GATE exists.
import { copyFileSync, existsSync, chmodSync, watch } from 'node:fs';
import { dirname } from 'node:path';

const [verb, ...args] = process.argv.slice(2);
if (verb === 'version') console.log(`go version go${process.env.FAKE_GO_VERSION ?? '1.26.8'} linux/amd64`);
if (verb === 'list')
  console.log('internal/abi\ngithub.com/livekit/protocol\ngithub.com/livekit/livekit-server/cmd/server');
if (verb === 'build') {
  const out = args[args.indexOf('-o') + 1];
  console.error('internal/abi\ngithub.com/livekit/protocol\ngithub.com/livekit/livekit-server/cmd/server');
  const gate = process.env.FAKE_GO_GATE;
  const finish = () => {
    copyFileSync(process.env.FAKE_GO_MADE, out);
    chmodSync(out, 0o755);
    process.exit(0);
  };
  copyFileSync(process.env.FAKE_GO_MADE, out); // a link that is not finished
  const look = () => existsSync(gate) && finish();
  watch(dirname(gate), look);
  look();
}
