import { LOOKS, LOOK_NAMES } from '@shortfactory/contract';
import type { HealthJson, OptionsJson, VoicesJson } from '@shortfactory/contract';

export const OPTIONS: OptionsJson = {
  voices: [
    { id: 'nora', label: 'Nora, warm', languages: ['en-GB', 'en'], setsPitch: true },
    { id: 'idris', label: 'Idris, calm', languages: ['en-GB', 'en'] },
    { id: 'june', label: 'June, bright', languages: ['en-US', 'en'] },
    { id: 'gudrun', label: 'Gudrun, warm', languages: ['is'] },
    { id: 'lucia', label: 'Lucía, warm', languages: ['es-ES', 'es'] },
    { id: 'layla', label: 'Layla, warm', languages: ['ar'] },
    { id: 'mei', label: 'Mei, warm', languages: ['zh-CN', 'zh'] },
    { id: 'vera', label: 'Vera, warm', languages: ['ru-RU', 'ru'] },
    { id: 'eleni', label: 'Eleni, warm', languages: ['el-GR', 'el'] },
  ],
  languages: [
    { tag: 'ar', label: 'العربية' },
    { tag: 'el', label: 'Ελληνικά' },
    { tag: 'el-GR', label: 'Ελληνικά (Ελλάδα)' },
    { tag: 'en', label: 'English' },
    { tag: 'en-GB', label: 'British English' },
    { tag: 'en-US', label: 'American English' },
    { tag: 'es', label: 'español' },
    { tag: 'es-ES', label: 'español de España' },
    { tag: 'is', label: 'íslenska' },
    { tag: 'ru', label: 'русский' },
    { tag: 'ru-RU', label: 'русский (Россия)' },
    { tag: 'zh', label: '中文' },
    { tag: 'zh-CN', label: '中文（中国）' },
  ],
  imageStyles: ['flat', 'paper', 'ink', 'chalk'],
  aspects: ['9:16', '1:1', '16:9'],
  limits: {
    minSeconds: 10,
    maxSeconds: 180,
    topicChars: 300,
    scenes: 40,
    narrationChars: 1200,
    visualChars: 600,
    titleChars: 160,
    totalWords: 700,
    imageBytes: 30_000_000,
    musicBytes: 100_000_000,
    clipBytes: 250_000_000,
  },
  offline: { llm: false, image: false, voice: false },
  tracks: [
    { id: 'morning', label: 'Morning, bright and light', moods: ['bright'], seconds: 36.9 },
    { id: 'cellar-door', label: 'Cellar door, dark', moods: ['dark', 'scary'], seconds: 61.9 },
  ],
  captionStyles: ['block', 'outline', 'pop', 'underline', 'calm', 'none'],
  looks: LOOK_NAMES.map((id) => ({ id, label: LOOKS[id].name, look: LOOKS[id] })),
  footage: { sources: ['pexels', 'openverse', 'wikimedia'] },
  estimates: { makeSecondsPerSecond: 2.85, usdPerVideo: 0.01, usdPerSecond: 0.001, usdPerPicture: 0 },
};

const model = { licence: 'Apache-2.0', bytes: 92_883_511 };
export const ADDABLE: NonNullable<VoicesJson['addable']> = [
  { id: 'heart', label: 'Heart, warm', languages: ['en-US', 'en'], ...model },
  { id: 'emma', label: 'Emma, clear', languages: ['en-GB', 'en'], ...model },
  { id: 'siwis', label: 'Siwis, clear', languages: ['fr-FR', 'fr'], ...model },
];

/** How the service is: all well, one part slow, or one part broken. */
export function health(state: 'ok' | 'slow' | 'broken', nowMs: number): HealthJson {
  const ok = (detail: string, latencyMs: number) => ({ state: 'ok' as const, detail, latencyMs });
  return {
    status: state === 'broken' ? 'broken' : 'ok',
    checks: {
      llm: ok('Last script took 9 s', 41),
      image:
        state === 'slow'
          ? { state: 'slow', detail: 'Pictures take about 14 s each, usually 5 s', latencyMs: 2150 }
          : ok('Pictures take about 5 s each', 88),
      voice:
        state === 'broken'
          ? { state: 'broken', detail: 'The voice service refuses the key', latencyMs: 120 }
          : ok('24 voices in 9 languages', 63),
      ffmpeg: ok('2 of 4 places free', 1),
      storage: ok('61 GB free, room for about 5,000 videos', 4),
      queue: ok('1 video waits', 2),
      secrets: { state: 'offline', detail: 'No service needs a key', latencyMs: 0 },
    },
    version: '1.4.0',
    revision: '7f3c2a9',
    environment: 'prod',
    runtime: 'Node 20.20',
    startedAt: '2026-11-21T08:14:00.000Z',
    checkedAt: new Date(nowMs).toISOString(),
    jobs: { running: 0, waiting: 1 },
  };
}
