import { useNavigate } from '@remix-run/react';
import { Plus } from '../../../shared/ui/icons.ts';
import { useState } from 'react';
import type { KeyboardEvent } from 'react';
import type { Change } from '../model/change.ts';
import type { Draft } from '../../../shared/drafts/draft.ts';
import type { Editor, EditorState } from '../model/editor.ts';
import { warningOf } from '../model/scene-warning.ts';
import { useDraftNotStored } from '../model/use-draft-not-stored.ts';
import { useReview } from '../model/use-review.ts';
import { useSendDraft } from '../model/use-send-draft.ts';
import { scriptWords } from '../../../shared/format/count-words.ts';
import { useStoredValue } from '../../../shared/storage/stored-value.ts';
import type { Options } from '../../../shared/api/script.ts';
import { useStrings } from '../../../shared/strings/context.tsx';
import { Counter } from '../../../shared/ui/counter.tsx';
import { useToast } from '../../../shared/ui/toast.tsx';
import { ActionBar } from './action-bar.tsx';
import { Notices } from './notices.tsx';
import { DraftProblems } from './draft-problems.tsx';
import { compactCards, EditorTools } from './editor-tools.tsx';
import { SceneList } from './scene/scene-list.tsx';
import { SettingsSheet } from './settings-sheet.tsx';
import { Settings } from './settings.tsx';
import { Timeline } from './timeline.tsx';
import { Title } from './title.tsx';

interface EditorPageProps {
  readonly draft: Draft;
  readonly editor: Editor;
  readonly state: EditorState;
  readonly options: Options;
  readonly formKey: string;
  /** Opens the settings at once. */
  readonly settingsOpen: boolean;
}

/** The script, scene by scene. */
export function EditorPage({ draft, editor, state, options, formKey, settingsOpen }: EditorPageProps) {
  const { editor: words } = useStrings();
  const toast = useToast();
  const navigate = useNavigate();
  const review = useReview(draft);
  const sending = useSendDraft(draft, formKey);
  const notStored = useDraftNotStored();
  const compact = useStoredValue(compactCards) ?? false;
  const [settings, setSettings] = useState(settingsOpen);
  const [said, setSaid] = useState('');
  const { scenes } = draft;
  const apply = (change: Change): void => editor.apply(change);

  const move = (at: number, to: number): void => {
    if (to < 0 || to >= scenes.length) return;
    const key = scenes[at]?.key;
    apply({ kind: 'move', at, to });
    setSaid(words.moved(at + 1, to + 1, scenes.length));
    afterPaint(() => document.getElementById(`grip-${key}`)?.focus());
  };
  const remove = (at: number): void => {
    apply({ kind: 'remove', at });
    toast(words.removed(at + 1), { label: words.undo, onClick: () => editor.undo() });
    const next = scenes[at + 1] ?? scenes[at - 1];
    afterPaint(() => document.getElementById(`more-${next?.key}`)?.focus());
  };
  const add = (at: number): void => {
    apply({ kind: 'add', at });
    afterPaint(() => {
      const key = editor.get().draft?.scenes[at]?.key;
      document.getElementById(`narration-${key}`)?.focus();
    });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!event.ctrlKey && !event.metaKey) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      sending.make();
      return;
    }
    // In a field these keys are the browser's own undo of typing.
    if (event.key.toLowerCase() !== 'z' || isField(event.target)) return;
    event.preventDefault();
    if (event.shiftKey) editor.redo();
    else editor.undo();
  };
  const spoken = scenes.reduce(
    (sum, { narration }) => sum + scriptWords(narration, draft.settings.language),
    0,
  );
  const wrong = scenes.filter((scene) => warningOf(scene, review) !== undefined);
  const [first] = wrong;
  return (
    <div className="editor" onKeyDown={onKeyDown}>
      <Title
        value={draft.title}
        language={draft.settings.language}
        maxLength={options.limits.titleChars}
        onChange={(title) => apply({ kind: 'title', title })}
      />
      <div className="editor__sub">
        <p className="quiet">
          <Counter
            id="script-counter"
            counted={[
              { now: scenes.length, most: options.limits.scenes, unit: 'scenes' },
              { now: spoken, most: options.limits.totalWords, unit: 'words' },
            ]}
          />
          . {notStored ? words.notSaved : words.saved} {draft.from !== undefined && words.remake}
        </p>
        <EditorTools editor={editor} state={state} compact={compact} onSettings={() => setSettings(true)} />
        <p className="editor__hint small quiet">
          {words.moveHint} <kbd className="key">{words.alt}</kbd> <kbd className="key">↑</kbd>{' '}
          <kbd className="key">↓</kbd>
        </p>
      </div>
      <p className="unseen" role="status">
        {said}
      </p>
      <DraftProblems problems={sending.problems} scenes={scenes} />
      <Notices sentences={draft.notices} />
      <div className="editor__columns">
        <div className="editor__scenes">
          <SceneList
            scenes={scenes}
            compact={compact}
            settings={draft.settings}
            review={review}
            limits={options.limits}
            sources={options.footage.sources}
            apply={apply}
            onMove={move}
            onRemove={remove}
            onAdd={add}
          />
          <button
            type="button"
            className="add-scene"
            disabled={scenes.length >= options.limits.scenes}
            onClick={() => add(scenes.length)}
          >
            <Plus size={20} />
            {words.add}
          </button>
        </div>
        <aside className="editor__side">
          <Timeline draft={draft} review={review} />
          <Settings
            settings={draft.settings}
            options={options}
            open={settings}
            onOpen={() => setSettings(true)}
          />
        </aside>
      </div>
      {settings && (
        <SettingsSheet
          draft={draft}
          options={options}
          onClose={() => setSettings(false)}
          onChange={(to) => apply({ kind: 'settings', settings: to })}
          onVoice={(speaker, voice) => apply({ kind: 'speaker', speaker, voice })}
        />
      )}
      <p className="unseen" role="status">
        {review.failed ? words.notChecked : ''}
      </p>
      <ActionBar
        seconds={review.seconds}
        scenes={scenes.length}
        costUsd={review.costUsd}
        toCheck={first && { first: `scene-${first.key}`, n: wrong.length }}
        busy={sending.busy}
        onSave={() => {
          toast(words.savedToast);
          navigate('/videos');
        }}
        onMake={sending.make}
      />
    </div>
  );
}

function isField(target: EventTarget): boolean {
  return target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement;
}

/** After the page shows what was changed: only then there is something to send focus to. */
function afterPaint(act: () => void): void {
  requestAnimationFrame(() => setTimeout(act));
}
