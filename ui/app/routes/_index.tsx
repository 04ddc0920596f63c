import type { MetaFunction } from '@remix-run/node';
import { useStrings } from '../strings/context.tsx';

export default function Create() {
  const { create } = useStrings();
  const [start, marked] = create.headline;
  return (
    <h1 className="display">
      {start} <span className="mark">{marked}</span>
    </h1>
  );
}

export const meta: MetaFunction = () => [{ title: 'ShortFactory' }];
