export { default as CircleUser } from 'lucide-react/icons/circle-user-round';
export { default as Gauge } from 'lucide-react/icons/gauge';
export { default as KeyRound } from 'lucide-react/icons/key-round';
export { default as Monitor } from 'lucide-react/icons/monitor';
export { default as Package } from 'lucide-react/icons/package';
export { default as Smartphone } from 'lucide-react/icons/smartphone';
