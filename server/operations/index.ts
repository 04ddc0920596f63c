export type { Actor, Audited } from './audit/audit-entry.ts';
export { isReason } from './ends/end-entry.ts';
export type { EndedJob } from './ends/end-entry.ts';
export { secondsUntilWork } from './maintenance/maintenance.ts';
export { Operations } from './operations.ts';
export { pseudonymOf } from './pseudonym.ts';
export { dayOf } from './store/spent.ts';
