import { useCallback, useEffect, useRef, useState } from 'react';
import type { Change } from '../../model/change.ts';
import { drawScene } from '../../model/draw.ts';
import { storeDrawnPicture } from '../../../../shared/drafts/drawn-pictures.ts';
import type { DraftScene, DraftSettings } from '../../../../shared/drafts/draft.ts';
import { useStrings } from '../../../../shared/strings/context.tsx';
import { UploadFailed, kindOf, sendFile } from '../../../../shared/api/upload.ts';
import type { Work } from './scene-picture.tsx';

/** Sending and drawing of one scene's picture. A scene that is moved meanwhile gets it all the same. */
export function useSceneWork(
  scene: DraftScene,
  n: number,
  settings: DraftSettings,
  apply: (change: Change) => void,
) {
  const { editor } = useStrings();
  const [work, setWork] = useState<Work>();
  const at = useRef(n - 1);
  const stop = useRef<AbortController>(undefined);
  useEffect(() => {
    at.current = n - 1;
  }, [n]);
  useEffect(() => () => stop.current?.abort(), []);

  const begin = useCallback((first: Work): AbortSignal => {
    stop.current?.abort();
    stop.current = new AbortController();
    setWork(first);
    return stop.current.signal;
  }, []);

  const send = async (file: File): Promise<void> => {
    const kind = kindOf(file);
    if (kind !== 'image' && kind !== 'clip') {
      setWork({ kind: 'failed', words: editor.notPicture(file.name) });
      return;
    }
    const signal = begin({ kind: 'sending', percent: 0 });
    try {
      const sent = await sendFile(file, (percent) => setWork({ kind: 'sending', percent }), signal);
      const moving = kind === 'clip' ? ({ moves: true, clip: {} } as const) : {};
      apply({ kind: 'picture', at: at.current, picture: { kind: 'own', ...sent, ...moving } });
      setWork(undefined);
    } catch (error) {
      if (signal.aborted) return;
      // The API's sentence says what is wrong with the file.
      const said = error instanceof UploadFailed ? error.message : '';
      setWork({ kind: 'failed', words: said === '' ? editor.uploadFailed(file.name) : said });
    }
  };
  const draw = async (): Promise<void> => {
    const signal = begin({ kind: 'drawing' });
    try {
      const picture = await drawScene(scene, settings, signal);
      storeDrawnPicture(picture);
      apply({ kind: 'picture', at: at.current, picture });
      setWork(undefined);
    } catch {
      if (!signal.aborted) setWork({ kind: 'failed', words: editor.drawFailed(at.current + 1) });
    }
  };
  const fail = (words: string): void => setWork({ kind: 'failed', words });
  return { work, send, draw, fail } as const;
}
