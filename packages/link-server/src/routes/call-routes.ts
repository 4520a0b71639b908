import { Empty, MediaFailedRequest, TransferCallRequest } from '@carillon/contract';
import { Hono } from 'hono';
import { agentConnected } from '../call/agent-connected.js';
import { agentMediaFailed } from '../call/agent-media-failed.js';
import { agentToken } from '../call/agent-token.js';
import { claimCall } from '../call/claim-call.js';
import { endCallByAgent } from '../call/end-call-by-agent.js';
import { holdCall } from '../call/hold-call.js';
import { resumeCall } from '../call/resume-call.js';
import type { Deps } from '../deps.js';
import type { AppContext, AppEnv } from '../http/app-env.js';
import { requireAgent } from '../http/bearer.js';
import { cancelTransfer } from '../transfer/cancel-transfer.js';
import { completeWarmTransfer } from '../transfer/complete-warm-transfer.js';
import { joinTransfer } from '../transfer/join-transfer.js';
import { startTransfer } from '../transfer/start-transfer.js';
import { transferTargets } from '../transfer/transfer-targets.js';
import { transferToQueue } from '../transfer/transfer-to-queue.js';
import { bodyOf, idOf, validJson } from '../http/valid.js';

/** Routes under `/v1/calls`: what an agent does in their call. */
export const callRoutes = (deps: Deps) => {
  const which = (c: AppContext) => ({ agentId: c.get('agentId'), callId: idOf(c) });
  return new Hono<AppEnv>()
    .use(requireAgent(deps))
    .post('/:id/token', validJson(Empty), async (c) => c.json(await agentToken(deps, which(c))))
    .post('/:id/connected', validJson(Empty), async (c) => c.json(await agentConnected(deps, which(c))))
    .post('/:id/media-failed', validJson(MediaFailedRequest), async (c) =>
      c.json(await agentMediaFailed(deps, { ...which(c), ...bodyOf(c, MediaFailedRequest) })),
    )
    .post('/:id/claim', validJson(Empty), async (c) => c.json(await claimCall(deps, which(c))))
    .post('/:id/hold', validJson(Empty), async (c) => c.json(await holdCall(deps, which(c))))
    .post('/:id/resume', validJson(Empty), async (c) => c.json(await resumeCall(deps, which(c))))
    .get('/:id/transfer-targets', async (c) => c.json(await transferTargets(deps, which(c))))
    .post('/:id/transfer', validJson(TransferCallRequest), async (c) => {
      const target = bodyOf(c, TransferCallRequest);
      return c.json(
        target.to === 'agent'
          ? await startTransfer(deps, { ...which(c), targetId: target.agentId, kind: target.kind ?? 'cold' })
          : await transferToQueue(deps, { ...which(c), queueId: target.queueId }),
      );
    })
    .post('/:id/transfer/cancel', validJson(Empty), async (c) => c.json(await cancelTransfer(deps, which(c))))
    .post('/:id/transfer/join', validJson(Empty), async (c) => c.json(await joinTransfer(deps, which(c))))
    .post('/:id/transfer/complete', validJson(Empty), async (c) => c.json(await completeWarmTransfer(deps, which(c))))
    .post('/:id/end', validJson(Empty), async (c) => c.json(await endCallByAgent(deps, which(c))));
};
