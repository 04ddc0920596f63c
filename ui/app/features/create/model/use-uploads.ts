import { useCallback, useEffect, useRef, useState } from 'react';
import { randomId } from '../../../shared/browser/browser-features.ts';
import type { Options } from '../../../shared/api/script.ts';
import { kindOf, sendFile, UploadFailed } from '../../../shared/api/upload.ts';
import { MAX_SHOWN } from './fields.ts';

export interface OwnFile {
  readonly key: string;
  readonly name: string;
  readonly kind: 'image' | 'clip' | 'music';
  readonly state: 'sending' | 'sent' | 'failed';
  readonly percent: number;
  /** Of a picture or clip, to show it. */
  readonly preview?: string;
  readonly upload?: string;
  readonly reason?: string;
}

/** Why a file was not taken at all. */
export interface LeftOut {
  readonly name: string;
  readonly why: 'type' | 'size' | 'many';
  /** That it goes beyond; of a size in bytes. */
  readonly most: number;
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
      const mostBytes = { image: limits.imageBytes, clip: limits.clipBytes, music: limits.musicBytes };
      let shown = files.filter(isShown).length;
      for (const file of chosen) {
        const kind = kindOf(file);
        const refuse = (why: LeftOut['why'], most: number) => out.push({ name: file.name, why, most });
        if (!kind) refuse('type', 0);
        else if (file.size > mostBytes[kind] || file.size === 0) refuse('size', mostBytes[kind]);
        else if (kind !== 'music' && shown >= MAX_SHOWN) refuse('many', MAX_SHOWN);
        else {
          const key = randomId();
          if (kind !== 'music') shown += 1;
          const preview = kind !== 'music' && { preview: URL.createObjectURL(file) };
          taken.push({ key, name: file.name, kind, state: 'sending', percent: 0, ...preview });
          send(key, file);
        }
      }
      setLeftOut(out);
      // One song at a time: the newest takes the place of the one before.
      const song = taken.findLast(({ kind }) => kind === 'music');
      setFiles((now) => [
        ...now.filter((file) => isShown(file) || !song),
        ...taken.filter((file) => isShown(file) || file === song),
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

/** Whether scenes show it. */
function isShown({ kind }: Pick<OwnFile, 'kind'>): boolean {
  return kind !== 'music';
}
