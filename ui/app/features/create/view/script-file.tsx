import { useRef, useState } from 'react';
import type { DragEvent, ReactNode } from 'react';
import { useStrings } from '../../../shared/strings/context.tsx';
import { FieldError } from './text-fields.tsx';

/** What is around the field of a script: a file is dropped on it, or chosen below it, and its text takes the field's place. */
export function ScriptFile({ onText, children }: { onText: (text: string) => void; children: ReactNode }) {
  const { create } = useStrings();
  const input = useRef<HTMLInputElement>(null);
  const [problem, setProblem] = useState<string>();
  const [remark, setRemark] = useState<string>();
  const open = async (file: File | undefined): Promise<void> => {
    if (!file) return;
    const read = await readFile(file, create.fileNotRead);
    setProblem(read.problem);
    setRemark(read.remark);
    if (read.text !== undefined) onText(read.text);
  };
  const onDrop = (event: DragEvent): void => {
    if (event.dataTransfer.files.length === 0) return;
    event.preventDefault();
    void open(event.dataTransfer.files[0]);
  };
  return (
    <div onDragOver={(event) => event.preventDefault()} onDrop={onDrop}>
      {children}
      <p className="small quiet needs-script">
        <button type="button" id="script-file" className="link" onClick={() => input.current?.click()}>
          {create.openFile}
        </button>{' '}
        {remark ?? create.openFileHint}
      </p>
      <input
        ref={input}
        type="file"
        hidden
        accept=".txt,.md,.markdown,.srt,.vtt,.docx,text/plain,text/markdown,text/vtt"
        onChange={(event) => {
          void open(event.target.files?.[0]);
          event.target.value = '';
        }}
      />
      {problem !== undefined && <FieldError id="script-file-error">{problem}</FieldError>}
    </div>
  );
}

interface FileRead {
  readonly text?: string;
  readonly remark?: string;
  readonly problem?: string;
}

/** A file's text, by the server's own code; or why it has none, as a sentence that begins with the file's name. */
async function readFile(file: File, notRead: (name: string) => string): Promise<FileRead> {
  try {
    const { MAX_DOCUMENT_BYTES, readDocument } = await import('@shortfactory/text');
    if (file.size > MAX_DOCUMENT_BYTES) return { problem: notRead(file.name) };
    try {
      return await readDocument(new Uint8Array(await file.arrayBuffer()));
    } catch (error) {
      return { problem: `${file.name} ${error instanceof Error ? error.message : String(error)}.` };
    }
  } catch {
    return { problem: notRead(file.name) };
  }
}
