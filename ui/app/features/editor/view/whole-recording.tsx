import { useEffect, useRef, useState } from 'react';
import { ACCEPT_SOUND, UploadFailed, sendFile } from '../../../shared/api/upload.ts';
import { useStrings } from '../../../shared/strings/context.tsx';
import { Undo2, Upload } from '../../../shared/ui/icons.ts';

interface WholeRecordingProps {
  /** Name of the upload; empty as long as a voice speaks. */
  readonly narration: string;
  readonly onChange: (narration: string) => void;
}

type Sending =
  | { readonly kind: 'sending'; readonly percent: number }
  | { readonly kind: 'failed'; readonly detail: string };

/** One recording of the whole script, as a file. Its words are found, and other words refused, when the video is made. */
export function WholeRecording({ narration, onChange }: WholeRecordingProps) {
  const { editor } = useStrings();
  const words = editor.recording;
  const file = useRef<HTMLInputElement>(null);
  const stop = useRef<AbortController>(undefined);
  const [sending, setSending] = useState<Sending>();
  useEffect(() => () => stop.current?.abort(), []);

  const take = async (chosen: File): Promise<void> => {
    stop.current?.abort();
    const { signal } = (stop.current = new AbortController());
    setSending({ kind: 'sending', percent: 0 });
    try {
      const sent = await sendFile(chosen, (percent) => setSending({ kind: 'sending', percent }), signal);
      onChange(sent.upload);
      setSending(undefined);
    } catch (error) {
      if (!signal.aborted)
        setSending({ kind: 'failed', detail: error instanceof UploadFailed ? error.message : '' });
    }
  };
  const isBusy = sending?.kind === 'sending';
  return (
    <div className="whole-recording">
      <span className="label">{editor.narrationOwn}</span>
      {narration !== '' && <audio controls preload="none" src={`/api/${narration}`} />}
      <div className="scene-edit__ways">
        <button
          type="button"
          className="text-button"
          aria-disabled={isBusy}
          aria-describedby="whole-recording-state"
          onClick={() => isBusy || file.current?.click()}
        >
          <Upload size={16} />
          {editor.narrationFile}
        </button>
        {narration !== '' && (
          <button type="button" className="text-button" onClick={() => onChange('')}>
            <Undo2 size={16} />
            {editor.narrationRemove}
          </button>
        )}
      </div>
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
      <p id="whole-recording-state" className="small quiet" role="status">
        {sending === undefined
          ? editor.narrationHint
          : sending.kind === 'sending'
            ? words.sending(sending.percent)
            : sending.detail === ''
              ? words.failed
              : words.refused(sending.detail)}
      </p>
    </div>
  );
}
