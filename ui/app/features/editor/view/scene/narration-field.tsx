import { useStrings } from '../../../../shared/strings/context.tsx';

export interface Marked {
  /** UTF-16 offsets, end exclusive. */
  readonly start: number;
  readonly end: number;
}

interface NarrationFieldProps {
  readonly id: string;
  readonly value: string;
  readonly language: string;
  readonly scene: number;
  readonly counterId: string;
  /** Pieces that a warning is about, in order. */
  readonly marked: readonly Marked[];
  readonly warningId: string | undefined;
  readonly onChange: (value: string) => void;
}

/**
 * What is said in a scene. A mirror of the text lies behind the field: it makes the field as tall as its text, and marks
 * what a warning is about.
 */
export function NarrationField(props: NarrationFieldProps) {
  const { id, value, language, scene, counterId, marked, warningId, onChange } = props;
  const { editor } = useStrings();
  return (
    <div className={`narration${warningId === undefined ? '' : ' narration--warned'}`}>
      <div className="narration__mirror" aria-hidden="true" lang={language} dir="auto">
        {pieces(value, marked)}
        {'\u200b'}
      </div>
      <textarea
        id={id}
        className="narration__field"
        rows={1}
        value={value}
        lang={language}
        dir="auto"
        aria-label={`${editor.scene(scene)}, ${editor.narration}`}
        aria-describedby={warningId === undefined ? counterId : `${warningId} ${counterId}`}
        placeholder={editor.empty.narration}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  );
}

function pieces(text: string, marked: readonly Marked[]) {
  let from = 0;
  const parts = marked.flatMap(({ start, end }) => {
    const plain = text.slice(from, start);
    from = end;
    return [
      plain,
      <mark key={start} className="narration__mark">
        {text.slice(start, end)}
      </mark>,
    ];
  });
  return [...parts, text.slice(from)];
}
