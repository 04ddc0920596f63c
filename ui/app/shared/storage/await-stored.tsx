import type { ReactNode } from 'react';
import { useHydrated } from '../browser/hydrated.ts';
import { useNonce } from '../page/nonce.tsx';
import { STORAGE_NAMES } from './names.ts';

/** What only the browser's storage has: drafts, or a form that is not as it begins. */
type Stored = 'drafts' | 'form';

/** A topic of more letters may need more lines than an empty field has. */
const SHORT_TOPIC = 40;

/**
 * Runs before anything is painted. Says on the root element what is stored: nothing where storage is switched off or what
 * is in it cannot be read, as those who read it later will find nothing either.
 */
const DETECT = `try {
  const stored = [];
  if (Object.keys(localStorage).some((name) => name.startsWith('${STORAGE_NAMES.draft}'))) stored.push('drafts');
  const form = JSON.parse(localStorage.getItem('${STORAGE_NAMES.form}') ?? '{}');
  if ((form.tab ?? 'topic') !== 'topic' || (form.topic ?? '').length > ${SHORT_TOPIC}) stored.push('form');
  if (stored.length > 0) document.documentElement.dataset.stored = stored.join(' ');
} catch {}`;

export function DetectStored() {
  return <script nonce={useNonce()} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: DETECT }} />;
}

/**
 * A part of a page whose shape changes when scripts put into it what is stored. If there is such a thing the part is not
 * shown before, so that nothing moves under a reader's eyes; after a moment it is shown in any case.
 */
export function AwaitStored({ what, children }: { what: Stored; children: ReactNode }) {
  return <div className={useHydrated() ? undefined : `await-stored await-stored--${what}`}>{children}</div>;
}
