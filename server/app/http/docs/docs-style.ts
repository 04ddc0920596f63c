/** The style of /docs, in the colours of the product. */
export const STYLE = `
:root { color-scheme: light dark; --ground: #fbfaf7; --sheet: #fff; --ink: #16130e; --dim: #5c564c; --line: #ddd6c8; --mark: #ffc800; --onmark: #16130e; }
@media (prefers-color-scheme: dark) { :root { --ground: #16130e; --sheet: #211d16; --ink: #f5f1e8; --dim: #b4ab9b; --line: #3a342a; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 16px/1.55 system-ui, sans-serif; }
header, main { max-width: 56rem; margin: 0 auto; padding: 1rem 1.25rem; }
h1 b { background: var(--mark); color: var(--onmark); padding: 0 .25em; border-radius: .15em; }
h2 { margin-top: 2.5rem; border-bottom: 2px solid var(--ink); }
h3 { margin: 0; font-size: 1.05rem; overflow-wrap: anywhere; }
h4 { margin: 1rem 0 .25rem; }
a { color: inherit; text-decoration-color: var(--mark); text-decoration-thickness: 2px; text-underline-offset: 2px; }
a:focus-visible, summary:focus-visible, pre:focus-visible { outline: 3px solid var(--mark); outline-offset: 2px; }
nav a { display: inline-block; padding: .6rem .6rem .6rem 0; }
article { background: var(--sheet); border: 1px solid var(--line); border-radius: .5rem; padding: 1rem; margin: 1rem 0; }
.method { background: var(--mark); color: var(--onmark); font-weight: 700; font-size: .85rem; padding: .1rem .4rem; border-radius: .2rem; }
.type { color: var(--dim); font-size: .875rem; }
code, pre { font: .875rem/1.5 ui-monospace, monospace; overflow-wrap: anywhere; }
pre { background: var(--ground); border: 1px solid var(--line); border-radius: .375rem; padding: .75rem; overflow: auto; }
table { width: 100%; border-collapse: collapse; }
th, td { text-align: left; vertical-align: top; padding: .35rem .5rem .35rem 0; border-bottom: 1px solid var(--line); }
dl { display: grid; grid-template-columns: 3.5rem minmax(0, 1fr); gap: .25rem .5rem; margin: 0; }
dt { font-weight: 700; }
dd { margin: 0; }
details { border-bottom: 1px solid var(--line); }
summary { padding: .6rem 0; font-weight: 700; cursor: pointer; }
`;
