export { addVoice } from './add.ts';
export type { AddOptions } from './add.ts';
export { damageOf } from './check.ts';
export { removeVoice } from './remove.ts';
export { VoiceInstalls } from './voice-installs.ts';
export type { VoiceInstall } from './voice-installs.ts';
