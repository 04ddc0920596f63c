import { TOPIC_KINDS } from '@shortfactory/core';
import { STORAGE_NAMES } from '../../../shared/storage/names.ts';
import { createStoredValue } from '../../../shared/storage/stored-value.ts';
import {
  isAmount,
  isExactly,
  isListOf,
  isNumber,
  isOneOf,
  isStoredAmount,
  isText,
} from '../../../shared/storage/strict-fields.ts';
import { BLANK, TABS } from './fields.ts';
import type { CreateValues } from './fields.ts';

const isForm = isExactly<CreateValues>({
  tab: isOneOf(TABS),
  topic: isText,
  notes: isText,
  kind: isOneOf(['', ...TOPIC_KINDS]),
  callToAction: isText,
  script: isText,
  imageStyle: isText,
  voice: isText,
  speed: isAmount,
  pitch: isNumber,
  emoji: isText,
  language: isText,
  seconds: isStoredAmount,
  aspects: isListOf(isText),
  uploads: isListOf(isText),
  music: isText,
  track: isText,
  visuals: isText,
  narration: isText,
  look: isText,
});

/**
 * What was typed on the Create page: there after a reload, on the way back, and when sending it failed. A field that a
 * release before did not have is blank; with one that this release does not have the page begins blank.
 */
export const storedForm = createStoredValue<CreateValues>(STORAGE_NAMES.form, (json) => {
  if (typeof json !== 'object' || json === null) return undefined;
  // Uploads are not taken over: their pictures cannot be shown again.
  const form: unknown = { ...BLANK, ...json, uploads: [], music: '' };
  return isForm(form) ? form : undefined;
});
