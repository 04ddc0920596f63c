import type { ReactNode, Ref } from 'react';

interface NoticeProps {
  /** hazard: it carries on; stopped: it does not. */
  readonly kind: 'hazard' | 'stopped';
  readonly icon: ReactNode;
  readonly title: string;
  readonly children: ReactNode;
  readonly actions?: ReactNode;
  readonly role?: 'alert' | 'status';
  /** Of the heading, to send focus to it. */
  readonly heading?: Ref<HTMLHeadingElement>;
}

/** Something to know, under a strip of tape. */
export function Notice({ kind, icon, title, children, actions, role, heading }: NoticeProps) {
  return (
    <section className={`notice notice--${kind}`} role={role}>
      <span className="notice__icon">{icon}</span>
      <div className="notice__words">
        <h2 ref={heading} className="notice__title" tabIndex={-1}>
          {title}
        </h2>
        {children}
      </div>
      {actions !== undefined && <div className="notice__actions">{actions}</div>}
    </section>
  );
}
