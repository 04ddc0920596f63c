// One file, as files run in processes side by side: what both look at is made once.
import './finished-files.ts';
import './captions-on-screen.ts';
