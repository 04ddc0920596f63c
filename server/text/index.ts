export { alignWords } from './align-words.ts';
export { scriptFromText } from './script-text.ts';
export { sentenceEnds } from './script-text/sentences.ts';
export { sceneSeconds, scriptSeconds, spokenSeconds } from './speech-pace.ts';
export { syllables } from './syllables.ts';
