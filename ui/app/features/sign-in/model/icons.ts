export { default as LogIn } from 'lucide-react/icons/log-in';
export { default as ShieldCheck } from 'lucide-react/icons/shield-check';
export { default as Unplug } from 'lucide-react/icons/unplug';
