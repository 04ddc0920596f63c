import { useLocation } from '@remix-run/react';
import { CloudOff } from '../ui/icons.ts';
import { checkConnection, useOnline } from '../connection/online.ts';
import { useStrings } from '../strings/context.tsx';
import { usePageGuard } from '../connection/use-page-guard.ts';

/**
 * Says that the server cannot be reached, and that nothing typed is lost; and when a click was not followed, so that the
 * page stays. Its region is always there, so that it is read out.
 */
export function OfflineBar() {
  const { offline } = useStrings();
  const online = useOnline();
  const refused = usePageGuard(online);
  const { pathname } = useLocation();
  const words = (): string => {
    const noNetwork = !navigator.onLine;
    if (refused) return offline.refused(noNetwork);
    const writing = pathname === '/' || pathname.startsWith('/scripts');
    if (!writing) return offline.stays(noNetwork);
    return noNetwork ? offline.notice : offline.noAnswer;
  };
  return (
    <div role="status" className="offline-bar">
      {!online && (
        <div className="page offline-bar__row">
          <CloudOff size={20} />
          <p>{words()}</p>
          <button type="button" className="button button--small" onClick={() => void checkConnection()}>
            {offline.retry}
          </button>
        </div>
      )}
    </div>
  );
}
