import type { HandbookTranslation } from './types.ts';

export const FR: readonly HandbookTranslation[] = [];
