import { ImageUp, Music, RotateCw, X } from '../../../shared/ui/icons.ts';
import { useRef, useState } from 'react';
import type { DragEvent } from 'react';
import { MAX_SHOWN } from '../model/fields.ts';
import type { OwnFile, useUploads } from '../model/use-uploads.ts';
import type { Options } from '../../../shared/api/script.ts';
import { useStrings } from '../../../shared/strings/context.tsx';
import { FilmStill } from '../../../shared/ui/film-still.tsx';
import { ACCEPT_ALL } from '../../../shared/api/upload.ts';

type Uploads = ReturnType<typeof useUploads>;

/** Where own pictures, clips and a song go in: dropped, or chosen. */
export function MediaField({ uploads, limits }: { uploads: Uploads; limits: Options['limits'] }) {
  const { create } = useStrings();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const onDrop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    uploads.add(event.dataTransfer.files);
  };
  return (
    <>
      <div
        className={`drop needs-script${over ? ' drop--over' : ''}`}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={onDrop}
      >
        <ImageUp className="drop__icon" size={24} />
        <p className="drop__words">
          <span className="drop__ask">
            {over ? create.dropNow : create.drop}{' '}
            <button type="button" id="media" className="link" onClick={() => input.current?.click()}>
              {create.choose}
            </button>
          </span>
          <span className="small quiet">{create.dropHint(limits, MAX_SHOWN)}</span>
        </p>
        <input
          ref={input}
          type="file"
          multiple
          hidden
          accept={ACCEPT_ALL}
          onChange={(event) => {
            uploads.add(event.target.files ?? []);
            event.target.value = '';
          }}
        />
      </div>
      <p className="without-script small">{create.uploadsNeedScript}</p>
      <ul className="left-out" aria-live="polite">
        {uploads.leftOut.map((out) => (
          <li key={out.name} className="field-error">
            {create.leftOut(out.name, out.why, out.most)}
          </li>
        ))}
      </ul>
      {uploads.files.length > 0 && (
        <ul className="uploads" aria-label={create.uploads}>
          {uploads.files.map((file) => (
            <Upload key={file.key} file={file} uploads={uploads} />
          ))}
        </ul>
      )}
    </>
  );
}

function Upload({ file, uploads }: { file: OwnFile; uploads: Uploads }) {
  const { create } = useStrings();
  return (
    <li className={`upload upload--${file.kind} upload--${file.state}`}>
      <div className={`frame upload__frame${file.state === 'sending' ? ' skeleton' : ''}`}>
        {file.kind === 'music' ? (
          <Music className="upload__music" size={24} />
        ) : file.kind === 'clip' && file.preview !== undefined ? (
          <FilmStill src={file.preview} alt={file.name} />
        ) : (
          <img className="frame__picture" src={file.preview} alt="" />
        )}
        <button
          type="button"
          className="upload__remove"
          aria-label={create.uploadRemove(file.name)}
          onClick={() => uploads.remove(file.key)}
        >
          <X size={16} />
        </button>
      </div>
      <p className="micro upload__name">{file.name}</p>
      {file.state === 'sending' && (
        <p className="micro quiet" aria-live="off">
          {create.uploadPercent(file.percent)}
        </p>
      )}
      {file.state === 'failed' && (
        <button
          type="button"
          className="link micro upload__again"
          aria-label={create.uploadAgain(file.name)}
          onClick={() => uploads.again(file.key)}
        >
          <RotateCw size={14} />
          {file.reason === undefined || file.reason === '' ? create.uploadFailed : file.reason}
        </button>
      )}
      {file.upload !== undefined && (
        <input type="hidden" name={file.kind === 'music' ? 'music' : 'uploads'} value={file.upload} />
      )}
    </li>
  );
}
