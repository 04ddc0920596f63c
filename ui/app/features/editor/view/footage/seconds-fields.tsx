import { MAX_CLIP_SECONDS } from '@shortfactory/core';
import { useId, useState } from 'react';
import type { SceneClip } from '../../../../shared/drafts/draft.ts';
import { words } from './words.ts';

type Ends = Pick<SceneClip, 'fromSeconds' | 'toSeconds'>;

interface SecondsFieldsProps {
  readonly clip: SceneClip;
  readonly onChange: (change: Ends) => void;
}

/** Where a clip begins and ends, written: for one whose length is not known here. What is not right changes nothing. */
export function SecondsFields({ clip, onChange }: SecondsFieldsProps) {
  const [written, setWritten] = useState({
    from: String(clip.fromSeconds ?? ''),
    to: String(clip.toSeconds ?? ''),
  });
  const problem = problemOf(written);
  const id = useId();
  const field = (end: 'from' | 'to') => (
    <label className="seconds__field">
      <span className="small quiet">{end === 'from' ? words.fromSeconds : words.toSeconds}</span>
      <input
        className="seconds__input tabular"
        inputMode="decimal"
        value={written[end]}
        placeholder={end === 'from' ? '0' : words.whole}
        aria-invalid={problem?.end === end}
        aria-describedby={problem?.end === end ? `${id}problem` : undefined}
        onChange={({ target }) => {
          const next = { ...written, [end]: target.value };
          setWritten(next);
          if (!problemOf(next))
            onChange({ fromSeconds: secondsOf(next.from), toSeconds: secondsOf(next.to) });
        }}
      />
    </label>
  );
  return (
    <div className="seconds">
      {field('from')}
      {field('to')}
      <p id={`${id}problem`} className="pick-problem" role="status">
        {problem?.sentence}
      </p>
    </div>
  );
}

function problemOf({ from, to }: { readonly from: string; readonly to: string }) {
  for (const [end, written] of [
    ['from', from],
    ['to', to],
  ] as const) {
    const seconds = secondsOf(written);
    if (seconds !== undefined && !(seconds >= 0 && seconds <= MAX_CLIP_SECONDS))
      return { end, sentence: words.badSeconds(MAX_CLIP_SECONDS) } as const;
  }
  const until = secondsOf(to);
  return until !== undefined && until <= (secondsOf(from) ?? 0)
    ? ({ end: 'to', sentence: words.endFirst } as const)
    : undefined;
}

/** Undefined for nothing; NaN for what is no number. */
function secondsOf(written: string): number | undefined {
  const plain = written.trim().replace(',', '.');
  return plain === '' ? undefined : Number(plain);
}
