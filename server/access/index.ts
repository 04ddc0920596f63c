export type { VideoLink } from './links/link-record.ts';
export { VideoLinks } from './links/video-links.ts';
export { KEY_TEXT, isKeyLike } from './keys/key-text.ts';
export { PersonKeys } from './keys/person-keys.ts';
export type { FoundKey } from './keys/person-keys.ts';
export type { PersonKey } from './keys/person-record.ts';
export { PersonSessions } from './sessions/person-sessions.ts';
export type { PersonSession } from './sessions/session-record.ts';
