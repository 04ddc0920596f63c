import { Mic, Pause, Play, RotateCw, Square, Undo2, Upload } from '../../../../shared/ui/icons.ts';
import { useEffect, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { isCurrent } from '../../../../shared/drafts/draft.ts';
import type { DraftScene, SceneRecording as Recorded } from '../../../../shared/drafts/draft.ts';
import { ACCEPT_SOUND } from '../../../../shared/api/upload.ts';
import { useStrings } from '../../../../shared/strings/context.tsx';
import { useRecording } from '../../model/use-recording.ts';
import type { RecordingWork } from '../../model/use-recording.ts';

interface SceneRecordingProps {
  readonly scene: DraftScene;
  readonly n: number;
  readonly language: string;
  /** About, when it is spoken. */
  readonly seconds: number;
  readonly onChange: (recording: Recorded | undefined) => void;
}

/** Peaks below the first are too quiet to be lifted out of the room; those over the second clip. */
const LEVELS = { quiet: 0.06, loud: 0.98 };

/** One's own voice in a scene: recorded here or chosen, heard, and taken again. Space begins and stops; R takes it again. */
export function SceneRecording({ scene, n, language, seconds, onChange }: SceneRecordingProps) {
  const { editor } = useStrings();
  const words = editor.recording;
  const { work, begin, finish, take } = useRecording({ text: scene.narration, language, n }, onChange);
  const file = useRef<HTMLInputElement>(null);
  const current = isCurrent(scene) ? scene.recording : undefined;
  const isRecording = work?.kind === 'recording';
  const isBusy = work !== undefined && work.kind !== 'failed' && !isRecording;
  const blank = scene.narration.trim() === '';
  const toggle = (): void => {
    if (!isBusy) void (isRecording ? finish() : begin());
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key.toLowerCase() !== 'r' || event.ctrlKey || event.metaKey || event.altKey) return;
    if (isBusy || isRecording || blank) return;
    event.preventDefault();
    void begin();
  };
  const start = scene.recording ? words.again : words.record;
  return (
    <div className="scene-recording" onKeyDown={onKeyDown}>
      <div className="scene-edit__ways">
        <button
          type="button"
          className={`text-button${isRecording ? ' scene-recording__stop' : ''}`}
          disabled={blank}
          // One that is disabled loses the focus, and the next Space would not stop it.
          aria-disabled={isBusy}
          aria-label={isRecording ? undefined : words.ofScene(start, n)}
          onClick={toggle}
        >
          {isRecording ? <Square size={16} /> : current ? <RotateCw size={16} /> : <Mic size={16} />}
          {isRecording ? words.stop : start}
        </button>
        {isRecording && <Meter work={work} about={seconds} />}
        {current && !isRecording && <Listen upload={current.upload} />}
        {!isRecording && (
          <button
            type="button"
            className="text-button"
            disabled={isBusy || blank}
            onClick={() => file.current?.click()}
          >
            <Upload size={16} />
            {words.file}
          </button>
        )}
        {scene.recording && !isRecording && (
          <button type="button" className="text-button" disabled={isBusy} onClick={() => onChange(undefined)}>
            <Undo2 size={16} />
            {words.voice}
          </button>
        )}
        <input
          ref={file}
          type="file"
          hidden
          accept={ACCEPT_SOUND}
          onChange={(event) => {
            const [chosen] = event.target.files ?? [];
            event.target.value = '';
            if (chosen) void take(chosen);
          }}
        />
      </div>
      <p className="small quiet scene-recording__state" role="status">
        {stateOf(work)}
      </p>
    </div>
  );

  function stateOf(now: RecordingWork | undefined): string {
    if (now?.kind === 'asking') return words.asking;
    if (now?.kind === 'recording') return levelWords(now.level);
    if (now?.kind === 'sending') return words.sending(now.percent);
    if (now?.kind === 'finding') return words.finding;
    if (now?.kind === 'failed') return now.why === 'refused' ? words.refused(now.detail) : words[now.why];
    if (!scene.recording) return '';
    if (!current) return words.changed;
    const { missing = [] } = current;
    const found = words.found(current.seconds, missing.length);
    return missing.length > 0 ? `${found}. ${words.missing(missing)}` : found;
  }

  function levelWords(level: number): string {
    if (level >= LEVELS.loud) return words.levels.loud;
    return level < LEVELS.quiet ? words.levels.quiet : words.levels.good;
  }
}

interface MeterProps {
  readonly work: RecordingWork & { readonly kind: 'recording' };
  readonly about: number;
}

function Meter({ work, about }: MeterProps) {
  const { editor } = useStrings();
  return (
    <>
      <meter
        className="scene-recording__meter"
        aria-label={editor.recording.level}
        min={0}
        max={1}
        low={LEVELS.quiet}
        high={LEVELS.loud}
        optimum={0.5}
        value={work.level}
      />
      <span className="small tabular">{editor.recording.seconds(work.seconds, about)}</span>
    </>
  );
}

function Listen({ upload }: { readonly upload: string }) {
  const { editor } = useStrings();
  const audio = useRef<HTMLAudioElement>(null);
  const [playing, setPlaying] = useState(false);
  useEffect(() => {
    const element = audio.current;
    return () => element?.pause();
  }, [upload]);
  const toggle = (): void => {
    if (playing) audio.current?.pause();
    else void audio.current?.play().catch(() => setPlaying(false));
  };
  return (
    <>
      <button type="button" className="text-button" aria-pressed={playing} onClick={toggle}>
        {playing ? <Pause size={16} /> : <Play size={16} />}
        {playing ? editor.recording.pause : editor.recording.play}
      </button>
      <audio
        ref={audio}
        src={`/api/${upload}`}
        preload="none"
        onPlay={() => setPlaying(true)}
        onPause={() => setPlaying(false)}
        onEnded={() => setPlaying(false)}
      />
    </>
  );
}
