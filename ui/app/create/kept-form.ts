import { createKept } from '../kept.ts';
import { BLANK } from './fields.ts';
import type { CreateValues } from './fields.ts';

/** Its name in localStorage. */
export const FORM_NAME = 'sf.create';

/** What was typed on the Create page: there after a reload, on the way back, and when sending it failed. */
export const keptForm = createKept<CreateValues>(FORM_NAME, (json) => {
  if (typeof json !== 'object' || json === null) return undefined;
  // Uploads are not kept: their pictures cannot be shown again.
  return { ...BLANK, ...(json as Partial<CreateValues>), uploads: [], music: '' };
});
