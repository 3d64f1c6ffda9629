/** What a script calls if a payload ever runs; the browser test listens for it. */
export const MARK = 'alert';

const EVENTS = ['onerror', 'onload', 'onfocus', 'ontoggle', 'onpointerenter', 'onanimationstart'];

const ELEMENTS: readonly ((call: string, event: string) => string)[] = [
  (call) => `<script>${call}</script>`,
  (call) => `<ScRiPt >${call}</sCrIpT>`,
  (call) => `<script\n>${call}</script\n>`,
  (call) => `<scr<script>ipt>${call}</scr</script>ipt>`,
  (call, event) => `<img src=x ${event}=${call}>`,
  (call, event) => `<img/src="x"/${event}="${call}">`,
  (call, event) => `<svg ${event}=${call}></svg>`,
  (call, event) => `<svg/${event}=${call}//`,
  (call, event) => `<body ${event}=${call}>`,
  (call, event) => `<input autofocus ${event}=${call}>`,
  (call, event) => `<details open ${event}=${call}>`,
  (call, event) => `<video><source ${event}="${call}">`,
  (call) => `<iframe srcdoc="<script>parent.${call}</script>"></iframe>`,
  (call) => `<iframe src="javascript:parent.${call}"></iframe>`,
  (call) => `<object data="javascript:${call}">`,
  (call) => `<a href="javascript:${call}" id=a>x</a>`,
  (call) => `<form action="javascript:${call}"><button>x</button></form>`,
  (call) => `<math><mtext></form><mglyph><style></math><img src onerror=${call}>`,
  (call) => `<base href="javascript:${call}//">`,
  (call) => `<meta http-equiv="refresh" content="0;url=javascript:${call}">`,
  (call) => `<style>@import 'javascript:${call}';</style>`,
];

const BREAKOUTS = [
  '',
  '">',
  "'>",
  '</textarea>',
  '</title>',
  '--></pre>',
  '" x="',
  '</option></select>',
];

const WITHOUT_TAGS: readonly ((call: string) => string)[] = [
  (call) => `" onmouseover="${call}" x="`,
  (call) => `' onmouseover='${call}' x='`,
  (call) => `" autofocus onfocus=${call} x="`,
  (call) => `\` onmouseover=${call} x=\``,
  (call) => `javascript:${call}`,
  (call) => `JaVaScRiPt:${call}`,
  (call) => ` javascript:${call}`,
  (call) => `javascript\t:${call}`,
  (call) => `data:text/html,<script>${call}</script>`,
  (call) => `vbscript:${call}`,
  (call) => `{{${call}}}`,
  (call) => `{{{${call}}}}`,
  (call) => `{{#with this}}{{lookup . 'constructor'}}{{/with}}${call}`,
  (call) => `{{> layout}}${call}`,
  (call) => `\${${call}}`,
  (call) => `&lt;script&gt;${call}&lt;/script&gt;`,
  (call) => `&#60;script&#62;${call}&#60;/script&#62;`,
  (call) => `%3Cscript%3E${call}%3C/script%3E`,
  (call) => `\\u003cscript\\u003e${call}\\u003c/script\\u003e`,
  (call) => `\u00bcscript\u00be${call}\u00bc/script\u00be`,
  (call) => `\uff1cscript\uff1e${call}\uff1c/script\uff1e`,
  (call) => `]]><script>${call}</script>`,
  (call) => `';${call};//`,
  (call) => `";${call};//`,
  (call) => `*/${call}/*`,
];

/** 200 different attempts to run a script, numbered so that a hit can be named. */
export function xssPayloads(): readonly string[] {
  const payloads: string[] = WITHOUT_TAGS.map((make, index) => make(`${MARK}(${index})`));
  for (let n = payloads.length; payloads.length < 200; n += 1) {
    const make = ELEMENTS[n % ELEMENTS.length];
    const event = EVENTS[n % EVENTS.length];
    const before = BREAKOUTS[Math.floor(n / ELEMENTS.length) % BREAKOUTS.length];
    if (make === undefined || event === undefined || before === undefined) throw new Error('list');
    payloads.push(before + make(`${MARK}(${n})`, event));
  }
  return payloads;
}
