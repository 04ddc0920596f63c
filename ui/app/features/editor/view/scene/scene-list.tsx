import { DndContext, PointerSensor, closestCenter, useSensor, useSensors } from '@dnd-kit/core';
import type { DragEndEvent, Modifier } from '@dnd-kit/core';
import { SortableContext, useSortable, verticalListSortingStrategy } from '@dnd-kit/sortable';
import { CSS } from '@dnd-kit/utilities';
import { ArrowDown, ArrowUp, GripVertical } from '../../../../shared/ui/icons.ts';
import type { KeyboardEvent } from 'react';
import { useStrings } from '../../../../shared/strings/context.tsx';
import { SceneCard } from './scene-card.tsx';
import type { SceneCardProps } from './scene-card.tsx';

type Shared = Omit<SceneCardProps, 'scene' | 'n' | 'of' | 'scenes' | 'actions'>;

interface SceneListProps extends Shared {
  readonly scenes: readonly SceneCardProps['scene'][];
  readonly compact: boolean;
  readonly onMove: (at: number, to: number) => void;
  readonly onRemove: (at: number) => void;
  readonly onAdd: (at: number) => void;
}

/** A scene goes up and down, never sideways. */
const upright: Modifier = ({ transform }) => ({ ...transform, x: 0 });
/** The page announces where a scene went; the library announces nothing. */
const quiet = { onDragStart: none, onDragOver: none, onDragEnd: none, onDragCancel: none };
function none(): undefined {
  return undefined;
}

/** The scenes on their film strip, in an order that is dragged, or moved with Alt and an arrow. */
export function SceneList(props: SceneListProps) {
  const { scenes, compact, onMove } = props;
  const { editor } = useStrings();
  const sensors = useSensors(useSensor(PointerSensor, { activationConstraint: { distance: 6 } }));
  const onDragEnd = ({ active, over }: DragEndEvent): void => {
    const at = scenes.findIndex(({ key }) => key === active.id);
    const to = scenes.findIndex(({ key }) => key === over?.id);
    if (at >= 0 && to >= 0 && at !== to) onMove(at, to);
  };
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={closestCenter}
      modifiers={[upright]}
      accessibility={{ announcements: quiet, screenReaderInstructions: { draggable: editor.gripHint } }}
      onDragEnd={onDragEnd}
    >
      <SortableContext items={scenes.map(({ key }) => key)} strategy={verticalListSortingStrategy}>
        <ol className={`scenes-edit${compact ? ' scenes-edit--compact' : ''}`}>
          {scenes.map((scene, at) => (
            <SceneItem key={scene.key} {...props} scene={scene} at={at} />
          ))}
        </ol>
      </SortableContext>
    </DndContext>
  );
}

function SceneItem({
  scene,
  at,
  ...props
}: SceneListProps & { scene: SceneListProps['scenes'][number]; at: number }) {
  const { scenes, review, apply, onMove, onRemove, onAdd } = props;
  const { editor } = useStrings();
  const { listeners, setNodeRef, setActivatorNodeRef, transform, transition, isDragging } = useSortable({
    id: scene.key,
  });
  const n = at + 1;
  const of = scenes.length;
  const starts = scenes.slice(0, at).reduce((sum, { narration }) => sum + review.of(narration).seconds, 0);
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (!event.altKey || step === undefined) return;
    event.preventDefault();
    onMove(at, at + step);
  };
  return (
    <li
      ref={setNodeRef}
      id={`scene-${scene.key}`}
      className={`scene-edit${isDragging ? ' scene-edit--dragged' : ''}`}
      style={{ transform: CSS.Translate.toString(transform), transition }}
      aria-label={editor.scene(n)}
    >
      <div className="strip">
        <span className="strip__number" aria-hidden="true">
          {n}
        </span>
        <span className="strip__time tabular">{editor.starts(starts)}</span>
        <button
          ref={setActivatorNodeRef}
          type="button"
          id={`grip-${scene.key}`}
          className="strip__grip"
          aria-label={editor.grip(n, of)}
          aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
          onKeyDown={onKeyDown}
          {...listeners}
        >
          <GripVertical size={20} />
        </button>
        <button
          type="button"
          className="strip__step"
          aria-label={`${editor.scene(n)}: ${editor.menu.up}`}
          disabled={n === 1}
          onClick={() => onMove(at, at - 1)}
        >
          <ArrowUp size={20} />
        </button>
        <button
          type="button"
          className="strip__step"
          aria-label={`${editor.scene(n)}: ${editor.menu.down}`}
          disabled={n === of}
          onClick={() => onMove(at, at + 1)}
        >
          <ArrowDown size={20} />
        </button>
      </div>
      <SceneCard
        scene={scene}
        n={n}
        of={of}
        scenes={scenes}
        settings={props.settings}
        review={review}
        limits={props.limits}
        sources={props.sources}
        apply={apply}
        actions={{
          move: (to) => onMove(at, to),
          duplicate: () => apply({ kind: 'duplicate', at }),
          addAfter: () => onAdd(n),
          remove: () => onRemove(at),
        }}
      />
    </li>
  );
}
