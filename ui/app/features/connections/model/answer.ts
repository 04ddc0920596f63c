import type { Part } from './words.ts';

/** What a form of the page came to, where the page alone does not show it. Never has a key in it. */
export interface ConnectionsAnswer {
  readonly part: Part;
  readonly detail: string;
  /** The field that it is about; empty for the whole. */
  readonly field: '' | 'service' | 'address' | 'key' | 'model';
  /** What was entered besides the key. */
  readonly values: { readonly service: string; readonly address: string; readonly model: string };
}
