// Those of this page alone come in its file.
export { default as ChevronDown } from 'lucide-react/icons/chevron-down';
export { default as Circle } from 'lucide-react/icons/circle';
export { default as House } from 'lucide-react/icons/house';
export { default as Image } from 'lucide-react/icons/image';
export { default as Lock } from 'lucide-react/icons/lock';
export { default as Mic } from 'lucide-react/icons/mic';
export { default as PencilLine } from 'lucide-react/icons/pencil-line';
export { default as Radar } from 'lucide-react/icons/radar';
