import type { HandbookTranslation } from './types.ts';

export const HI: readonly HandbookTranslation[] = [];
