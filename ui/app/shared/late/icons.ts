// Those that only sheets show, which are fetched when they open.
export { default as ArrowLeft } from 'lucide-react/icons/arrow-left';
export { default as Film } from 'lucide-react/icons/film';
