import { CcProvider, define, type ElementStates } from '@carillon/call';
import type { AgentCall, TransferTargets } from '@carillon/contract';
import { html, type TemplateResult } from 'lit';
import { MockProblem } from '../../adapter/mock-script.js';
import { deskState, type DeskStateOptions } from '../../testing/desk-state.js';
import { callRecorder } from '../../testing/recorded-call.js';
import { CcTransferDialog } from './transfer-dialog.js';

const open = html`<cc-transfer-dialog open inline></cc-transfer-dialog>`;
const line = html`<cc-transfer-dialog></cc-transfer-dialog>`;
const asking = html`<cc-transfer-dialog asks-hangup></cc-transfer-dialog>`;
const longName = 'Maximiliana-Konstantina Freifrau von Wolkenstein-Trostburg-Hohenems';

const agents: TransferTargets['agents'] = [
  { id: 'agt_1', name: 'Ben Sauer', availability: 'available' },
  { id: 'agt_2', name: 'Zoë Martin', availability: 'available' },
  { id: 'agt_3', name: longName, availability: 'in_call' },
  { id: 'agt_4', name: 'Ivo Kralj', availability: 'offline' },
];
const queues: TransferTargets['queues'] = [
  { id: 'que_1', name: 'Sales', available: 2, atWork: 3, waiting: 0 },
  { id: 'que_2', name: 'Reklamationsbearbeitung und Vertragsangelegenheiten', available: 0, atWork: 1, waiting: 4 },
  { id: 'que_3', name: 'Night desk', available: 0, atWork: 0, waiting: 0 },
];

const live = (template: TemplateResult, change: Partial<AgentCall> = {}, options: DeskStateOptions = {}) =>
  deskState(template, {
    script: { transferTargets: { agents, queues } },
    createCall: callRecorder().createCall,
    ...options,
    before: (world) => {
      world.ring({ caller: { name: 'Marija Horvat' } });
      world.connect();
      world.updateCall({ state: 'active', establishedAt: world.now() - 65_000, ...change });
    },
  });

const transfer = {
  id: 'trf_1',
  kind: 'cold',
  state: 'ringing',
  toName: 'Ben Sauer',
  startedAt: 0,
  reason: null,
} as const;
const ringing = { state: 'transferring', transfer } as const;
const name = transfer.toName;
const consulting = {
  state: 'consulting',
  heldAt: 0,
  consult: { name, identity: 'colleague', conference: false },
  transfer: { ...transfer, kind: 'warm', state: 'consulting' },
} as const;
const conference = {
  consult: { name, identity: 'colleague', conference: true },
  transfer: { ...transfer, kind: 'warm', state: 'conference' },
} as const;
const failed = { transfer: { ...transfer, state: 'failed', reason: 'missed' } } as const;

export const states: ElementStates = {
  title: 'cc-transfer-dialog',
  render() {
    define(CcProvider, CcTransferDialog);
    return [
      { name: 'agents', template: live(open), width: 360 },
      { name: 'nobody else', template: live(open, {}, { script: {} }), width: 360 },
      {
        name: 'list not read',
        template: live(
          open,
          {},
          { setup: (desk) => void (desk.calls.transferTargets = () => Promise.reject(new MockProblem('internal'))) },
        ),
        width: 360,
      },
      {
        name: 'loading',
        template: live(
          open,
          {},
          { setup: (desk) => void (desk.calls.transferTargets = () => new Promise(() => undefined)) },
        ),
        width: 360,
      },
      { name: 'came to nothing', template: live(open, failed), width: 360 },
      { name: 'ringing', template: live(open, ringing), width: 360 },
      {
        name: 'connecting',
        template: live(open, { ...ringing, transfer: { ...transfer, state: 'connecting' } }),
        width: 360,
      },
      { name: 'closed, ringing', template: live(line, ringing), width: 320 },
      {
        name: 'closed, ringing before a talk',
        template: live(line, { state: 'transferring', transfer: { ...transfer, kind: 'warm' } }),
        width: 320,
      },
      { name: 'closed, two agents talk', template: live(line, consulting), width: 320 },
      { name: 'closed, all three talk', template: live(line, conference), width: 320 },
      { name: 'closed, two agents talk, in German', template: live(line, consulting, { lang: 'de' }), width: 280 },
      { name: 'closed, came to nothing', template: live(line, failed), width: 320 },
      { name: 'closed, asks before hanging up', template: live(asking, ringing), width: 320 },
      {
        name: 'German at 280 px',
        template: live(open, failed, { script: { transferTargets: { agents, queues } }, lang: 'de' }),
        width: 280,
      },
      {
        name: 'right to left',
        template: live(open, {}, { script: { transferTargets: { agents, queues } }, lang: 'ar' }),
        width: 360,
      },
    ];
  },
};
