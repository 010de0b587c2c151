"""How the index page looks, and the policy under which a browser shows it."""

import base64
import hashlib

STYLE = """
:root {
  color-scheme: light dark;
  --ink: #1d1d1b; --faint: #5c5c57; --paper: #fdfcf9; --line: #dedbd2; --link: #0b4f8a;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ink: #e9e7e1; --faint: #a8a59c; --paper: #171716; --line: #3b3a36; --link: #8fc2f2;
  }
}
* { box-sizing: border-box; }
body {
  max-width: 46rem; margin: 0 auto; padding: 1.5rem 1rem 3rem;
  background: var(--paper); color: var(--ink);
  font: 1.0625rem/1.5 Georgia, "Times New Roman", serif; overflow-wrap: break-word;
}
h1 { margin: 0; font-size: 2rem; line-height: 1.2; }
h2 { margin: 0; font-size: 1.375rem; line-height: 1.3; }
p { margin: 0.25rem 0; }
a { color: var(--link); text-underline-offset: 0.15em; }
a:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
header { padding-bottom: 1rem; border-bottom: 3px double var(--line); }
section { padding: 1.5rem 0; }
section + section { border-top: 1px solid var(--line); }
time { white-space: nowrap; }
nav, .formats, .faint { font-family: system-ui, sans-serif; font-size: 0.875rem; }
.faint { color: var(--faint); }
nav ul, .formats, .stories { margin: 0.5rem 0 0; padding: 0; list-style: none; }
nav ul, .formats { display: flex; flex-wrap: wrap; gap: 0.25rem 1rem; }
nav a, .formats a { display: inline-block; padding: 0.25rem 0; }
.stories li { padding: 0.375rem 0; }
.stories .faint { display: block; }
.stories summary { cursor: pointer; }
.stories details p { margin: 0.5rem 0; }
@media print {
  :root { --ink: #000; --faint: #333; --paper: #fff; --line: #999; --link: #000; }
  body { max-width: none; padding: 0; font-size: 11pt; }
  nav, .formats { display: none; }
  h2, .stories li { break-inside: avoid; break-after: avoid; }
}
"""

_HASH = base64.b64encode(hashlib.sha256(STYLE.encode()).digest()).decode()

PAGE_POLICY = f"default-src 'none'; style-src 'sha256-{_HASH}'; base-uri 'none'; form-action 'none'"
"""Content Security Policy of the page: its own style by its hash, and nothing else at all."""
