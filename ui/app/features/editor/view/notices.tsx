import { useStrings } from '../../../shared/strings/context.tsx';
import { CircleAlert } from '../../../shared/ui/icons.ts';
import { Notice } from '../../../shared/ui/notice.tsx';

/** In what a written script is less than was asked for; nothing where it is not. */
export function Notices({ sentences = [] }: { readonly sentences?: readonly string[] | undefined }) {
  const { editor } = useStrings();
  if (sentences.length === 0) return null;
  return (
    <Notice kind="hazard" icon={<CircleAlert size={20} />} title={editor.notices}>
      {sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </Notice>
  );
}
