import type { ReactNode } from 'react';
import { FORM_NAME } from '../../features/create/model/stored-form.ts';
import { DRAFT_NAMES } from '../drafts/browser-drafts.ts';
import { useHydrated } from '../browser/hydrated.ts';
import { useNonce } from '../page/nonce.tsx';

/** What this browser keeps and a server cannot know: scripts, or a form that is not as it begins. */
type Kept = 'drafts' | 'form';

/** A topic of more letters may need more lines than an empty field has. */
const SHORT_TOPIC = 40;

/**
 * Runs before anything is painted. Says on the root which of it there is: nothing where a browser lets nobody look, or
 * where what it keeps cannot be read, as those who read it later will find nothing either.
 */
const LOOK = `try {
  const held = [];
  if (Object.keys(localStorage).some((name) => name.startsWith('${DRAFT_NAMES}'))) held.push('drafts');
  const form = JSON.parse(localStorage.getItem('${FORM_NAME}') ?? '{}');
  if ((form.tab ?? 'topic') !== 'topic' || (form.topic ?? '').length > ${SHORT_TOPIC}) held.push('form');
  if (held.length > 0) document.documentElement.dataset.held = held.join(' ');
} catch {}`;

export function LookForKept() {
  return <script nonce={useNonce()} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: LOOK }} />;
}

/**
 * A part of a page whose shape changes when scripts put into it what the browser keeps. If there is such a thing it is
 * not shown before, so that nothing moves under a reader's eyes; after a moment it is shown in any case.
 */
export function Held({ until, children }: { until: Kept; children: ReactNode }) {
  return <div className={useHydrated() ? undefined : `held held--${until}`}>{children}</div>;
}
