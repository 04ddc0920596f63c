import { useCallback, useEffect, useRef, useState } from 'react';
import { randomId } from '../../../shared/browser/browser-features.ts';
import type { Options } from '../../../shared/api/script.ts';
import { kindOf, sendFile, UploadFailed } from '../../../shared/api/upload.ts';
import { MAX_PICTURES } from './fields.ts';

export interface OwnFile {
  readonly key: string;
  readonly name: string;
  readonly kind: 'image' | 'music';
  readonly state: 'sending' | 'sent' | 'failed';
  readonly percent: number;
  /** Of a picture, to show it. */
  readonly preview?: string;
  readonly upload?: string;
  readonly reason?: string;
}

/** Why a file was not taken at all. */
export interface LeftOut {
  readonly name: string;
  readonly why: 'type' | 'size' | 'many';
}

/** The visitor's own files: sent as soon as they are chosen, each with its progress. */
export function useUploads({ limits }: Pick<Options, 'limits'>) {
  const [files, setFiles] = useState<readonly OwnFile[]>([]);
  const [leftOut, setLeftOut] = useState<readonly LeftOut[]>([]);
  const sources = useRef(new Map<string, { file: File; stop: AbortController }>());

  const change = useCallback((key: string, to: Partial<OwnFile>): void => {
    setFiles((now) => now.map((file) => (file.key === key ? { ...file, ...to } : file)));
  }, []);

  const send = useCallback(
    (key: string, file: File): void => {
      const stop = new AbortController();
      sources.current.set(key, { file, stop });
      sendFile(file, (percent) => change(key, { percent }), stop.signal).then(
        ({ upload }) => change(key, { state: 'sent', percent: 100, upload }),
        (error: unknown) => {
          if (stop.signal.aborted) return;
          change(key, { state: 'failed', reason: error instanceof UploadFailed ? error.message : '' });
        },
      );
    },
    [change],
  );

  const add = useCallback(
    (chosen: Iterable<File>): void => {
      const out: LeftOut[] = [];
      const taken: OwnFile[] = [];
      let pictures = files.filter(({ kind }) => kind === 'image').length;
      for (const file of chosen) {
        const found = kindOf(file);
        // Which part of a clip is shown is said in the editor.
        const kind = found === 'clip' ? undefined : found;
        const most = kind === 'music' ? limits.musicBytes : limits.imageBytes;
        if (!kind) out.push({ name: file.name, why: 'type' });
        else if (file.size > most || file.size === 0) out.push({ name: file.name, why: 'size' });
        else if (kind === 'image' && pictures >= MAX_PICTURES) out.push({ name: file.name, why: 'many' });
        else {
          const key = randomId();
          if (kind === 'image') pictures += 1;
          taken.push({
            key,
            name: file.name,
            kind,
            state: 'sending',
            percent: 0,
            ...(kind === 'image' && { preview: URL.createObjectURL(file) }),
          });
          send(key, file);
        }
      }
      setLeftOut(out);
      // One song at a time: the newest takes the place of the one before.
      const song = taken.findLast(({ kind }) => kind === 'music');
      setFiles((now) => [
        ...now.filter(({ kind }) => kind === 'image' || !song),
        ...taken.filter((file) => file.kind === 'image' || file === song),
      ]);
    },
    [files, limits, send],
  );

  const remove = useCallback((key: string): void => {
    sources.current.get(key)?.stop.abort();
    sources.current.delete(key);
    setFiles((now) => now.filter((file) => file.key !== key));
  }, []);

  const again = useCallback(
    (key: string): void => {
      const source = sources.current.get(key);
      if (!source) return;
      change(key, { state: 'sending', percent: 0 });
      send(key, source.file);
    },
    [change, send],
  );

  useEffect(() => {
    const map = sources.current;
    return () => map.forEach(({ stop }) => stop.abort());
  }, []);

  return { files, leftOut, add, remove, again };
}
