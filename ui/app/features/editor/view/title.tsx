import { Pencil } from '../../../shared/ui/icons.ts';
import { useEffect, useRef, useState } from 'react';
import { useStrings } from '../../../shared/strings/context.tsx';
import { Counter } from '../../../shared/ui/counter.tsx';

interface TitleProps {
  readonly value: string;
  readonly language: string;
  readonly maxLength: number;
  readonly onChange: (title: string) => void;
}

/** The title, and a field for it after the pencil was pressed. */
export function Title({ value, language, maxLength, onChange }: TitleProps) {
  const { editor } = useStrings();
  const [writing, setWriting] = useState(value === '');
  const field = useRef<HTMLInputElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const wasWriting = useRef(writing);
  useEffect(() => {
    if (writing && !wasWriting.current) field.current?.select();
    if (!writing && wasWriting.current) button.current?.focus();
    wasWriting.current = writing;
  }, [writing]);
  if (writing) {
    return (
      <div className="editor-title">
        <h1 className="unseen">{editor.title}</h1>
        <input
          ref={field}
          className="h1 editor-title__field"
          aria-label={editor.titleLabel}
          placeholder={editor.titleLabel}
          value={value}
          aria-describedby="title-counter"
          lang={language}
          dir="auto"
          onChange={(event) => onChange(event.target.value)}
          onBlur={() => setWriting(value === '')}
          onKeyDown={(event) => {
            if (event.key === 'Enter' || event.key === 'Escape') setWriting(value === '');
          }}
        />
        <Counter
          id="title-counter"
          counted={[{ now: value.length, most: maxLength, unit: 'characters' }]}
          onlyNear
        />
      </div>
    );
  }
  return (
    <div className="editor-title">
      <h1 lang={language} dir="auto">
        {value}
      </h1>
      <button
        ref={button}
        type="button"
        className="icon-button editor-title__pencil"
        aria-label={editor.rename}
        onClick={() => setWriting(true)}
      >
        <Pencil size={20} />
      </button>
    </div>
  );
}
