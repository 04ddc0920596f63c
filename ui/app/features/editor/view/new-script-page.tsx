import { useLoaderData } from '@remix-run/react';
import { useEffect, useRef } from 'react';
import { useHydrated } from '../../../shared/browser/hydrated.ts';
import type { DraftSeed } from '../../../shared/drafts/draft.ts';
import { useStartDraft } from '../../../shared/drafts/use-start-draft.ts';
import type { DraftProblem } from '../model/problems.ts';
import type { loadNewScriptPage } from '../server/new-script-page.server.ts';
import { PlainEditor } from './plain-editor.tsx';
import { EditorSkeleton } from './skeleton.tsx';

interface NewScriptPageProps {
  /** What an action answered with; the page's own script where it did not. */
  readonly seed: DraftSeed | undefined;
  readonly problems: readonly DraftProblem[];
}

/** Stores the script as a draft and opens it; without scripts, the plain editor. */
export function NewScriptPage({ seed: answered, problems }: NewScriptPageProps) {
  const page = useLoaderData<typeof loadNewScriptPage>();
  const hydrated = useHydrated();
  const startDraft = useStartDraft();
  const seed = answered ?? page.seed;
  const started = useRef(false);
  useEffect(() => {
    if (started.current) return;
    started.current = true;
    startDraft(seed, { replace: true, query: page.settings ? '?settings=1' : '' });
  }, [seed, page.settings, startDraft]);
  if (hydrated) return <EditorSkeleton />;
  return <PlainEditor {...{ seed, problems }} options={page.options} formKey={page.formKey} />;
}
