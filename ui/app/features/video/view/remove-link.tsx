import { Trash2 } from '../../../shared/ui/icons.ts';
import { useStrings } from '../../../shared/strings/context.tsx';

/** Asks in the page whether to remove the video; without scripts, the page that it leads to asks. */
export function RemoveLink({ onDelete }: { readonly onDelete: () => void }) {
  const { video } = useStrings();
  return (
    <a
      className="button button--danger"
      href="?ask=remove"
      onClick={(event) => {
        event.preventDefault();
        onDelete();
      }}
    >
      <Trash2 size={20} />
      {video.remove}
    </a>
  );
}
