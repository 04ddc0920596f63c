import type { ReactNode } from 'react';

export type BadgeKind = 'now' | 'ready' | 'draft' | 'warn' | 'stopped';

/** A state in a word and an icon. */
export function Badge({ kind, icon, children }: { kind: BadgeKind; icon?: ReactNode; children: ReactNode }) {
  return (
    <span className={`badge badge--${kind}`}>
      {icon}
      {children}
    </span>
  );
}
