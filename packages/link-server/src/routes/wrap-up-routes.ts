import {
  ChooseDispositionRequest,
  CloseWrapUpRequest,
  ExtendWrapUpRequest,
  RateWrapUpRequest,
  SaveAnswersRequest,
  SaveNoteRequest,
  SaveSummaryRequest,
} from '@carillon/contract';
import { Hono } from 'hono';
import type { Deps } from '../deps.js';
import type { AppContext, AppEnv } from '../http/app-env.js';
import { requireAgent } from '../http/bearer.js';
import { idempotent } from '../http/idempotency.js';
import { bodyOf, idOf, validJson } from '../http/valid.js';
import { chooseDisposition } from '../wrap-up/choose-disposition.js';
import { closeWrapUp } from '../wrap-up/close-wrap-up.js';
import { extendWrapUp } from '../wrap-up/extend-wrap-up.js';
import { rateWrapUp } from '../wrap-up/rate-wrap-up.js';
import { saveAnswers } from '../wrap-up/save-answers.js';
import { saveNote, saveSummary } from '../wrap-up/save-words.js';

/** Routes under `/v1/wrapups`: the work after a call. */
export const wrapUpRoutes = (deps: Deps) => {
  const which = (c: AppContext) => ({ agentId: c.get('agentId'), wrapUpId: idOf(c) });
  return new Hono<AppEnv>()
    .use(requireAgent(deps))
    .put('/:id/note', validJson(SaveNoteRequest), async (c) =>
      c.json(await saveNote(deps, { ...which(c), ...bodyOf(c, SaveNoteRequest) })),
    )
    .put('/:id/summary', validJson(SaveSummaryRequest), async (c) =>
      c.json(await saveSummary(deps, { ...which(c), ...bodyOf(c, SaveSummaryRequest) })),
    )
    .put('/:id/disposition', validJson(ChooseDispositionRequest), async (c) =>
      c.json(await chooseDisposition(deps, { ...which(c), ...bodyOf(c, ChooseDispositionRequest) })),
    )
    .put('/:id/rating', validJson(RateWrapUpRequest), async (c) =>
      c.json(await rateWrapUp(deps, { ...which(c), ...bodyOf(c, RateWrapUpRequest) })),
    )
    .put('/:id/answers', validJson(SaveAnswersRequest), async (c) =>
      c.json(await saveAnswers(deps, { ...which(c), ...bodyOf(c, SaveAnswersRequest) })),
    )
    .post('/:id/extend', validJson(ExtendWrapUpRequest), async (c) =>
      c.json(await extendWrapUp(deps, { ...which(c), ...bodyOf(c, ExtendWrapUpRequest) })),
    )
    .post('/:id/close', validJson(CloseWrapUpRequest), idempotent(deps), async (c) =>
      c.json(await closeWrapUp(deps, { ...which(c), ...bodyOf(c, CloseWrapUpRequest) })),
    );
};
