/** The key card as a page for the printer: name, fingerprint in large groups, QR code. */
import { cardPage as words } from "../../../shared/i18n/vi/card-page";
import { fill } from "../../../shared/report/fill";
import { fontSizes, pageMargins } from "../../../shared/report/paper";
import { documentFont, fontFaces } from "../report/fonts";
import { escaped } from "../report/html";

export interface CardPage {
  readonly office: string;
  readonly unitCode: string;
  /** Eight groups joined by "-". */
  readonly fingerprint: string;
  /** Official form of the day. */
  readonly day: string;
  /** Rows of the QR code, "1" for dark. */
  readonly qr: readonly string[];
}

/** Blank modules around a QR code that readers need (ISO/IEC 18004). */
const quiet = 4;

function qrSvg(rows: readonly string[]): string {
  const size = rows.length + 2 * quiet;
  const dark = rows.flatMap((row, y) =>
    [...row].flatMap((cell, x) => (cell === "1" ? [`M${x + quiet} ${y + quiet}h1v1h-1z`] : [])),
  );
  return `<svg viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges"><path d="${dark.join("")}"/></svg>`;
}

/** @returns an HTML document, whole in itself */
export function writeCardPage({ office, unitCode, fingerprint, day, qr }: CardPage): string {
  const { top, right, bottom, left } = pageMargins;
  const groups = fingerprint.split("-").map((group) => `<span>${escaped(group)}</span>`);
  const page = (fonts: string) =>
    `<!doctype html>
<html lang="vi"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; font-src data:">
<title>${escaped(`${words.title} ${office}`)}</title>
<style>${fonts}
@page{size:A4 portrait;margin:${top}mm ${right}mm ${bottom}mm ${left}mm}
*{box-sizing:border-box}
body{margin:0;color:#000;font:13pt/1.35 "${documentFont}","Times New Roman",serif;text-align:center}
h1{font-size:${fontSizes.title}pt;margin:6mm 0 2mm}
h2{font-size:15pt;margin:0}
p{margin:1mm 0}
svg{width:78mm;height:78mm;margin:4mm auto}
.groups{display:grid;grid-template-columns:repeat(4,1fr);gap:3mm 4mm;margin:3mm 0 5mm;font-size:22pt;font-weight:700;letter-spacing:1.5pt}
.how{text-align:justify}
.sign{margin:8mm 0 0 50%}
.sign .who{font-weight:700;text-transform:uppercase}
.sign .hint{font-style:italic}</style></head>
<body>
<h2>${escaped(office)}</h2>
<p>${escaped(fill(words.unitCode, { code: unitCode }))}</p>
<h1>${escaped(words.title)}</h1>
<p>${escaped(words.fingerprint)}</p>
<div class="groups">${groups.join("")}</div>
${qrSvg(qr)}
<p class="how">${escaped(words.how)}</p>
<p>${escaped(fill(words.madeAt, { day }))}</p>
<div class="sign"><p class="who">${escaped(words.signer)}</p><p class="hint">${escaped(words.signerHint)}</p></div>
</body></html>
`.normalize("NFC");
  return page(fontFaces(page("")));
}
