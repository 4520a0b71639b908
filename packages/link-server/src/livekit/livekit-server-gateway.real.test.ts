import { existsSync } from 'node:fs';
import { describe, it } from 'node:test';
import { openRealGatewayBench } from './real-gateway-bench.js';
import { gatewayConformance } from './gateway-conformance.js';

const binary = process.env['LIVEKIT_SERVER_BIN'] ?? '';

if (existsSync(binary)) gatewayConformance('a real LiveKit server', () => openRealGatewayBench(binary));
else describe('the gateway to a real LiveKit server', () => void it('runs with LIVEKIT_SERVER_BIN', { skip: true }));
