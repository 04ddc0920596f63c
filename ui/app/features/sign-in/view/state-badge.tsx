import { useStrings } from '../../../shared/strings/context.tsx';
import { Badge } from '../../../shared/ui/badge.tsx';
import { Check } from '../../../shared/ui/icons.ts';
import type { VideoCard } from '../../../shared/videos/video-card.ts';

/** How long a finished video is, or how far one is that is being made. */
export function StateBadge({ video: { state, percent, seconds } }: { readonly video: VideoCard }) {
  const { library } = useStrings();
  if (state === 'making') return <Badge kind="now">{library.making(percent)}</Badge>;
  if (state !== 'ready') return null;
  return (
    <Badge kind="ready" icon={<Check size={16} />}>
      {library.length(seconds ?? 0)}
    </Badge>
  );
}
