import { ArrowRight } from '../../../shared/ui/icons.ts';
import { isCurrent } from '../../../shared/drafts/draft.ts';
import type { DraftSeed } from '../../../shared/drafts/draft.ts';
import type { Options } from '../../../shared/api/script.ts';
import { ACCEPT_SOUND, MAX_PLAIN_RECORDING_BYTES } from '../../../shared/api/upload.ts';
import type { DraftProblem } from '../model/problems.ts';
import { useStrings } from '../../../shared/strings/context.tsx';
import { draftProblemWords } from './draft-problem-words.ts';
import { LookSelect } from './look-select.tsx';
import { MusicSelect } from './music-select.tsx';
import { VisualsSelect } from './visuals-select.tsx';
import { EmojiSelect, PitchSelect, SpeedSelect } from './spoken-selects.tsx';

interface PlainEditorProps {
  readonly seed: DraftSeed;
  readonly problems: readonly DraftProblem[];
  readonly options: Pick<Options, 'limits' | 'tracks' | 'looks' | 'captionStyles'>;
  readonly formKey: string;
}

/** The script as one form, for browsers without scripts: every button sends it and shows it again, changed. */
export function PlainEditor({ seed, problems, options, formKey }: PlainEditorProps) {
  const { editor, create, limits: says } = useStrings();
  const { settings, scenes } = seed;
  const { limits, tracks } = options;
  return (
    <form method="post" action="/scripts/new" encType="multipart/form-data" className="plain-editor">
      <h1>{editor.title}</h1>
      <p className="quiet">{editor.noScripts}</p>
      {problems.map((problem, index) => (
        <p key={index} className="field-error" role="alert">
          {draftProblemWords(problem, editor, create).sentence}
        </p>
      ))}
      <input type="hidden" name="key" value={formKey} />
      <input type="hidden" name="from" value={seed.from ?? ''} />
      <input type="hidden" name="language" value={settings.language} />
      <input type="hidden" name="imageStyle" value={settings.imageStyle} />
      <input type="hidden" name="voice" value={settings.voice} />
      <input type="hidden" name="spoken" value={JSON.stringify(seed.spoken ?? {})} />
      <input type="hidden" name="seconds" value={settings.seconds} />
      <input type="hidden" name="music" value={settings.music} />
      <input type="hidden" name="wholeNarration" value={settings.narration} />
      {settings.aspects.map((aspect) => (
        <input key={aspect} type="hidden" name="aspects" value={aspect} />
      ))}
      {/* The first button is what Enter presses: it only sends what was written. */}
      <button className="unseen" name="intent" value="apply" tabIndex={-1}>
        {editor.apply}
      </button>
      <label className="plain-editor__field">
        <span className="label">{editor.titleLabel}</span>
        <input
          name="title"
          className="plain-editor__title"
          defaultValue={seed.title}
          aria-describedby="plain-title-limit"
        />
        <span id="plain-title-limit" className="small quiet">
          {says.atMost(limits.titleChars, 'characters')}
        </span>
      </label>
      <div className="plain-editor__spoken">
        <SpeedSelect speed={settings.speed} />
        <PitchSelect pitch={settings.pitch} />
        <EmojiSelect emoji={settings.emoji} />
        <VisualsSelect visuals={settings.visuals} />
        <MusicSelect settings={settings} tracks={tracks} />
        <LookSelect settings={settings} options={options} />
      </div>
      <div className="plain-editor__field">
        <label className="label" htmlFor="plain-narration-file">
          {editor.narrationOwn}
        </label>
        {settings.narration !== '' && (
          <>
            <audio controls preload="none" src={`/api/${settings.narration}`} />
            <label>
              <input type="checkbox" name="dropNarration" value="yes" /> {editor.narrationRemove}
            </label>
          </>
        )}
        <input
          type="file"
          id="plain-narration-file"
          name="narrationFile"
          accept={ACCEPT_SOUND}
          aria-describedby="plain-narration-hint"
        />
        <span id="plain-narration-hint" className="small quiet">
          {editor.narrationHint} {editor.narrationPlain(MAX_PLAIN_RECORDING_BYTES)}
        </span>
      </div>
      <p className="small quiet">
        {says.atMost(limits.scenes, 'scenes')} {says.atMost(limits.totalWords, 'words')}
      </p>
      <ol className="plain-editor__scenes">
        {scenes.map((scene, at) => (
          <li key={at} className="card plain-editor__scene">
            <h2>{editor.scene(at + 1)}</h2>
            <label className="plain-editor__field">
              <span className="label">{editor.narration}</span>
              <textarea
                name="narration"
                rows={3}
                defaultValue={scene.narration}
                lang={settings.language}
                dir="auto"
                aria-describedby={`plain-narration-limit-${at}`}
              />
              <span id={`plain-narration-limit-${at}`} className="small quiet">
                {says.atMost(limits.narrationChars, 'characters')}
              </span>
            </label>
            <label className="plain-editor__field">
              <span className="label">{editor.picture}</span>
              <textarea
                name="visual"
                rows={2}
                defaultValue={scene.visual}
                lang={settings.language}
                dir="auto"
                aria-describedby={`plain-visual-limit-${at}`}
              />
              <span id={`plain-visual-limit-${at}`} className="small quiet">
                {says.atMost(limits.visualChars, 'characters')}
              </span>
            </label>
            <input type="hidden" name="upload" value={scene.picture?.upload ?? ''} />
            <input
              type="hidden"
              name="clip"
              value={scene.picture?.clip ? JSON.stringify(scene.picture.clip) : ''}
            />
            <input
              type="hidden"
              name="recording"
              value={scene.recording ? JSON.stringify(scene.recording) : ''}
            />
            {scene.recording && (
              <p className="small quiet">
                {isCurrent(scene) ? editor.recording.yours : editor.recording.changedPlain}
                <audio controls preload="none" src={`/api/${scene.recording.upload}`} />
              </p>
            )}
            <input
              type="hidden"
              name="footage"
              value={scene.footage === undefined ? '' : JSON.stringify(scene.footage)}
            />
            <input
              type="hidden"
              name="cuts"
              value={scene.cuts === undefined ? '' : JSON.stringify(scene.cuts)}
            />
            {scene.cuts?.map(({ key, at: word, visual }) => (
              <p key={key} className="small quiet">
                {editor.cuts.plain(word, visual)}
              </p>
            ))}
            <input
              type="hidden"
              name="searches"
              value={scene.searches === undefined ? '' : JSON.stringify(scene.searches)}
            />
            <input type="hidden" name="restsOn" value={scene.restsOn ?? ''} />
            <p className="plain-editor__ways">
              <Press intent={`up:${at}`} words={editor.menu.up} off={at === 0} />
              <Press intent={`down:${at}`} words={editor.menu.down} off={at === scenes.length - 1} />
              <Press
                intent={`add:${at + 1}`}
                words={editor.menu.after}
                off={scenes.length >= limits.scenes}
              />
              <Press intent={`remove:${at}`} words={editor.menu.remove} off={scenes.length === 1} />
            </p>
          </li>
        ))}
      </ol>
      <p className="plain-editor__ways">
        <button className="button" name="intent" value="apply">
          {editor.apply}
        </button>
        <button className="button button--primary" name="intent" value="make">
          {editor.make}
          <ArrowRight size={20} />
        </button>
      </p>
    </form>
  );
}

function Press({ intent, words, off = false }: { intent: string; words: string; off?: boolean }) {
  return (
    <button className="button button--small" name="intent" value={intent} disabled={off}>
      {words}
    </button>
  );
}
