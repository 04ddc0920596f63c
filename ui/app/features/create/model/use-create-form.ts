import { useFetcher } from '@remix-run/react';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { FormEvent, RefObject } from 'react';
import { useBrowserLayoutEffect } from '../../../shared/browser/browser-layout-effect.ts';
import { useStartDraft } from '../../../shared/drafts/use-start-draft.ts';
import { useStoredValue } from '../../../shared/storage/stored-value.ts';
import type { CreateAnswer } from './answer.ts';
import { BLANK } from './fields.ts';
import type { CreateValues } from './fields.ts';
import { storedForm } from './stored-form.ts';
import type { CreateProblem } from './problems.ts';

/**
 * The form's values, stored in this browser. What was typed before scripts ran, and what the address or a form sent without
 * scripts says, takes precedence over what is stored.
 */
export function useCreateValues(
  given: Partial<CreateValues>,
  field: RefObject<HTMLTextAreaElement>,
): readonly [CreateValues, (to: Partial<CreateValues>) => void] {
  const stored = useStoredValue(storedForm);
  const values = useMemo<CreateValues>(() => stored ?? { ...BLANK, ...given }, [stored, given]);
  const arrived = useRef({ given, values });
  useBrowserLayoutEffect(() => {
    const { given: asked, values: shown } = arrived.current;
    const text = shown.tab === 'script' ? 'script' : 'topic';
    const typed = field.current?.value ?? '';
    const early = typed === shown[text] ? asked : { ...asked, [text]: typed };
    if (Object.keys(early).length > 0) storedForm.set({ ...BLANK, ...storedForm.get(), ...early });
  }, [field]);
  return [values, (to) => storedForm.set({ ...values, ...to })];
}

/** Sends the form one way or the other, and knows what came of it. */
export function useCreateSending(answered: CreateAnswer | undefined) {
  const make = useFetcher<CreateAnswer>();
  const write = useFetcher<CreateAnswer>();
  const [last, setLast] = useState<'make' | 'write'>();
  const [dismissed, setDismissed] = useState<CreateAnswer>();
  const startDraft = useStartDraft();

  const written = write.data && 'draft' in write.data ? write.data.draft : undefined;
  // A navigation that begins before the fetcher has settled is ended by it, with the routes that are known so far.
  const settled = write.state === 'idle';
  useEffect(() => {
    if (written && settled) startDraft(written);
  }, [written, settled, startDraft]);

  const busy = write.state !== 'idle' || written ? 'write' : make.state !== 'idle' ? 'make' : undefined;
  const answer = last === undefined ? answered : last === 'make' ? make.data : write.data;
  const refused = busy === undefined && answer !== dismissed && answer && 'problems' in answer;
  const problems: readonly CreateProblem[] = refused ? answer.problems : [];

  const send = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    if (busy !== undefined) return;
    const data = new FormData(event.currentTarget, (event.nativeEvent as SubmitEvent).submitter);
    const way = data.get('intent') === 'write' ? 'write' : 'make';
    setLast(way);
    if (way === 'write') write.submit(data, { method: 'post', action: '/scripts/new' });
    else make.submit(data, { method: 'post', action: '/?index' });
  };
  return { busy, problems, answer, send, dismiss: () => setDismissed(answer) } as const;
}
