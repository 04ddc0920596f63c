import { Link } from '@remix-run/react';
import { useStrings } from '../strings/context.tsx';

export function Footer({ version }: { version: string }) {
  const { footer } = useStrings();
  return (
    <footer className="footer">
      <div className="page footer__row">
        <span>{footer.version(version)}</span>
        <Link to="/shortcuts">{footer.shortcuts}</Link>
        <Link to="/licences">{footer.licences}</Link>
      </div>
    </footer>
  );
}
