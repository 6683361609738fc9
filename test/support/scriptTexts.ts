/** Texts of which each would run a script, or put an element of its own into a page, where it was taken for more than text. */
const does = 'window.marker=1';
const elements = [
  `<script>${does}</script>`,
  `<img src=x onerror=${does}>`,
  `<svg onload=${does}>`,
  `<svg><script>${does}</script></svg>`,
  `<svg><animate onbegin=${does} attributeName=x dur=1s>`,
  `<body onload=${does}>`,
  `<iframe src="javascript:parent.${does}"></iframe>`,
  `<iframe srcdoc="<script>parent.${does}</script>"></iframe>`,
  `<object data="javascript:${does}"></object>`,
  `<embed src="javascript:${does}">`,
  `<a href="javascript:${does}" autofocus onfocus=${does}>x</a>`,
  `<input autofocus onfocus=${does}>`,
  `<details open ontoggle=${does}>`,
  `<video><source onerror=${does}></video>`,
  `<audio src=x onerror=${does}>`,
  `<math href="javascript:${does}">x</math>`,
  `<form action="javascript:${does}"><button>x</button></form>`,
  `<base href="javascript:${does}//">`,
  `<meta http-equiv="refresh" content="0;url=javascript:${does}">`,
  `<link rel="stylesheet" href="data:text/css,*{color:red}">`,
  `<style>@import 'data:text/css,*{color:red}';</style>`,
  `<template><script>${does}</script></template>`,
  `<noscript><p title="</noscript><img src=x onerror=${does}>">`,
  `<textarea></textarea><img src=x onerror=${does}>`,
  `<title></title><img src=x onerror=${does}>`,
];
const breakouts = [
  `"><img src=x onerror=${does}>`,
  `'><img src=x onerror=${does}>`,
  `" onmouseover="${does}`,
  `' onmouseover='${does}`,
  `\` onmouseover=\`${does}`,
  `--><img src=x onerror=${does}>`,
  `]]><img src=x onerror=${does}>`,
  `</script><script>${does}</script>`,
  `</style><img src=x onerror=${does}>`,
  `\\"><img src=x onerror=${does}>`,
  `\u003cimg src=x onerror=${does}\u003e`,
  `<<img src=x onerror=${does}>>`,
  `<img\u000bsrc=x\u000bonerror=${does}>`,
  `<IMG SRC=x ONERROR=${does}>`,
  `<img src=x onerror\u2028=${does}>`,
];
const others = [
  `javascript:${does}`,
  `data:text/html,<script>${does}</script>`,
  `{{constructor.constructor('${does}')()}}`,
  `\${${does}}`,
  `$t(app.shell.title) {{${does}}}`,
  `%3Cscript%3E${does}%3C/script%3E`,
  `&lt;img src=x onerror=${does}&gt;`,
  `__proto__`,
  `constructor`,
  `url(javascript:${does})`,
];

export const scriptTexts: readonly string[] = [...elements, ...breakouts, ...others];

/** A copy of plain data in which every text under one of these names is the next of the list. */
export function withTexts(value: unknown, names: ReadonlySet<string>, next: () => string): unknown {
  if (Array.isArray(value)) return value.map((part) => withTexts(part, names, next));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => [
      name,
      names.has(name) ? texts(part, next) : withTexts(part, names, next),
    ]),
  );
}

/** A text, a list of texts, or a text in several languages. */
function texts(part: unknown, next: () => string): unknown {
  if (typeof part === 'string') return next();
  if (Array.isArray(part)) return part.map((one) => texts(one, next));
  if (typeof part !== 'object' || part === null) return part;
  return Object.fromEntries(Object.entries(part).map(([key, one]) => [key, texts(one, next)]));
}
