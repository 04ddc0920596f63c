import { useEffect, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { Check, Play } from '../../../../shared/ui/icons.ts';
import type { Playing } from '../../model/use-play.ts';
import { words } from './words.ts';

const BUSY_MS = 300;

interface VoiceRowProps {
  readonly id: string;
  readonly name: string;
  readonly detail: string;
  /** Small facts: "Natural", "On this computer". */
  readonly tags?: readonly string[];
  /** "1 of 24", for readers. */
  readonly place?: string;
  readonly isChosen: boolean;
  readonly playing?: Playing | undefined;
  readonly onChoose: () => void;
  readonly onUse: () => void;
  readonly onPlay?: () => void;
}

/** A voice: arrows choose, Space plays, Enter and a double click use it. */
export function VoiceRow(props: VoiceRowProps) {
  const { id, name, detail, tags = [], place, isChosen, playing, onChoose, onUse, onPlay } = props;
  const late = useLate(playing?.state === 'fetched');
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== ' ' && event.key !== 'Enter') return;
    event.preventDefault();
    if (event.key === ' ') onPlay?.();
    else onUse();
  };
  return (
    <div className="voice" onDoubleClick={(event) => (event.target as Element).closest('.play') ?? onUse()}>
      <input
        type="radio"
        className="voice__radio"
        name="voice-choice"
        aria-label={[name, detail, ...tags, place].filter(Boolean).join(', ')}
        checked={isChosen}
        onChange={onChoose}
        onKeyDown={onKeyDown}
      />
      {onPlay && id !== '' ? (
        <button
          type="button"
          className="play"
          aria-label={playing ? words.stop(name) : words.play(name)}
          aria-busy={late}
          onClick={onPlay}
        >
          {playing?.state === 'heard' && <Ring at={playing.at} />}
          {late ? (
            <span className="spinner" />
          ) : playing ? (
            <span className="play__square" />
          ) : (
            <Play size={16} fill="currentColor" />
          )}
        </button>
      ) : (
        <span className="play play--none" />
      )}
      <span className="voice__words">
        <span className="voice__name">{name}</span>
        <span className="voice__detail">{detail}</span>
        {tags.length > 0 && (
          <span className="voice__tags">
            {tags.map((tag) => (
              <span key={tag} className="voice__tag">
                {tag}
              </span>
            ))}
          </span>
        )}
      </span>
      <span className="voice__check">{isChosen && <Check size={20} />}</span>
    </div>
  );
}

/** How far it is. */
function Ring({ at }: { readonly at: number }) {
  return (
    <svg className="play__ring" viewBox="0 0 52 52" aria-hidden="true">
      <circle cx="26" cy="26" r="24" pathLength="1" strokeDasharray={`${at} 1`} />
    </svg>
  );
}

function useLate(waits: boolean): boolean {
  const [late, setLate] = useState(false);
  useEffect(() => {
    if (!waits) return;
    const timer = setTimeout(() => setLate(true), BUSY_MS);
    return () => {
      clearTimeout(timer);
      setLate(false);
    };
  }, [waits]);
  return late && waits;
}
