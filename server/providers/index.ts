export { DayLedger } from './calls/day-ledger.ts';
export type { CallLimits } from './calls/provider-calls.ts';
export { elevenLabsNarrator } from './elevenlabs/index.ts';
export { geminiIllustrator, geminiNarrator, geminiStoryWriter } from './gemini/index.ts';
export { GoogleNarrator } from './google/narrator.ts';
export { costOf, openProviders, portsOf } from './providers.ts';
export type { Listed, Providers } from './providers.ts';
export { callsFor } from './tools.ts';
export type { Build, Tools } from './tools.ts';
