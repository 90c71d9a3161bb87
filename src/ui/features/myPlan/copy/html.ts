/** Text that is safe to stand in a page: only what is made below has this type. */
export type Html = string & { readonly __html: true };

const NAMES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** What people wrote, as it stands. Marks that turn the direction of what follows are shut in by the element's own direction. */
export const words = (text: string): Html => text.replace(/[&<>"']/g, (sign) => NAMES[sign]!).replaceAll('\u0000', '\uFFFD') as Html;

type Tag = 'h1' | 'h2' | 'h3' | 'p' | 'dl' | 'dt' | 'dd';
export const element = (tag: Tag, ...inside: readonly Html[]): Html => `<${tag} dir="auto">${inside.join('')}</${tag}>\n` as Html;

const STYLE = `body{font:1.1rem/1.5 system-ui,sans-serif;max-width:44rem;margin:2rem auto;padding:0 1rem}
dl{border-top:1px solid #999;margin:0;padding:.75rem 0}dt{font-weight:600}dd{margin:0 0 .5rem;white-space:pre-wrap;overflow-wrap:anywhere;unicode-bidi:isolate}`;

interface Page {
  readonly language: string;
  readonly direction: string;
  readonly title: string;
  readonly body: readonly Html[];
}

/** One file that stands by itself. Its policy forbids all that it does not hold, whatever should ever get into it. */
export const page = ({ language, direction, title, body }: Page): string => `<!doctype html>
<html lang="${words(language)}" dir="${words(direction)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${words(title)}</title>
<style>${STYLE}</style>
</head>
<body>
${body.join('')}</body>
</html>
`;
