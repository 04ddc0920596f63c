import type { HandbookTranslation } from './types.ts';

export const ZH: readonly HandbookTranslation[] = [];
