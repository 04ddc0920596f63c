export { Usage } from './usage.ts';
export type { UsageOptions } from './usage.ts';
export { dayOf, decodeDay } from './day-record.ts';
export type { DayUsage } from './day-usage.ts';
