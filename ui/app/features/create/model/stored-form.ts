import { createKept } from '../../../shared/storage/stored-value.ts';
import {
  isExactly,
  isListOf,
  isOneOf,
  isStoredAmount,
  isText,
} from '../../../shared/storage/strict-fields.ts';
import { BLANK, TABS } from './fields.ts';
import type { CreateValues } from './fields.ts';

/** Its name in localStorage. */
export const FORM_NAME = 'sf.create';

const isForm = isExactly<CreateValues>({
  tab: isOneOf(TABS),
  topic: isText,
  script: isText,
  imageStyle: isText,
  voice: isText,
  language: isText,
  seconds: isStoredAmount,
  aspects: isListOf(isText),
  uploads: isListOf(isText),
  music: isText,
});

/**
 * What was typed on the Create page: there after a reload, on the way back, and when sending it failed. A field that a
 * release before did not have is blank; with one that this release does not have the page begins blank.
 */
export const keptForm = createKept<CreateValues>(FORM_NAME, (json) => {
  if (typeof json !== 'object' || json === null) return undefined;
  // Uploads are not kept: their pictures cannot be shown again.
  const form: unknown = { ...BLANK, ...json, uploads: [], music: '' };
  return isForm(form) ? form : undefined;
});
