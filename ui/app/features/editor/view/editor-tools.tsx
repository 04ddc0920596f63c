import { STORAGE_NAMES } from '../../../shared/storage/names.ts';
import { createStoredValue } from '../../../shared/storage/stored-value.ts';
import { useStrings } from '../../../shared/strings/context.tsx';
import { Redo2, Rows3, Settings2, Undo2 } from '../../../shared/ui/icons.ts';
import type { Editor, EditorState } from '../model/editor.ts';

/** Whether this browser shows cards without their details. */
export const compactCards = createStoredValue<boolean>(STORAGE_NAMES.compactCards, (json) =>
  json === true ? true : undefined,
);

interface EditorToolsProps {
  readonly editor: Editor;
  readonly state: EditorState;
  readonly compact: boolean;
  readonly onSettings: () => void;
}

/** Undo and redo, the kind of cards, the settings. */
export function EditorTools({ editor, state, compact, onSettings }: EditorToolsProps) {
  const { editor: words } = useStrings();
  return (
    <div className="editor__tools">
      <ToolButton label={words.undo} off={!state.canUndo} onClick={() => editor.undo()}>
        <Undo2 size={20} />
      </ToolButton>
      <ToolButton label={words.redo} off={!state.canRedo} onClick={() => editor.redo()}>
        <Redo2 size={20} />
      </ToolButton>
      <button
        type="button"
        className="icon-button editor__compact"
        aria-label={words.cards.compact}
        aria-pressed={compact}
        title={words.cards.compact}
        onClick={() => compactCards.set(compact ? undefined : true)}
      >
        <Rows3 size={20} />
      </button>
      <button
        type="button"
        id="settings-open"
        className="icon-button editor__settings"
        aria-label={words.settings}
        title={words.settings}
        onClick={onSettings}
      >
        <Settings2 size={20} />
      </button>
    </div>
  );
}

interface ToolButtonProps {
  readonly label: string;
  readonly off: boolean;
  readonly onClick: () => void;
  readonly children: React.ReactNode;
}

function ToolButton({ label, off, onClick, children }: ToolButtonProps) {
  return (
    <button
      type="button"
      className="icon-button"
      aria-label={label}
      title={label}
      disabled={off}
      onClick={onClick}
    >
      {children}
    </button>
  );
}
