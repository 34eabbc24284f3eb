/**
 * A report as a print page: what becomes the PDF.
 *
 * The page is whole in itself (fonts inside, no script, nothing to load), every text is escaped, and its sizes are
 * those of the workbook. A PDF's page numbers come from the printer's header, because margin boxes exist only in newer
 * Chromium; the first page has no top margin of its own, so the header, which is as high as the margin, vanishes there
 * (Nghị định 30/2020/NĐ-CP, Phụ lục I: no number on page 1). Printing on paper knows no such header: there the page has
 * margin boxes.
 */
import { cellText } from "../../../shared/report/cell-text";
import { report as reportWords } from "../../../shared/i18n/vi/report";
import {
  articleParts,
  type DocumentBlock,
  type HeaderCell,
  type ReportCell,
  type ReportDocument,
  type ReportHeading,
  type ReportSheet,
  type ReportSignatures,
  type ReportTable,
  type ReportText,
  type SignaturePlace,
  titleOf,
} from "../../../shared/report/document";
import { endOf, keptFrom } from "../../../shared/report/last-page";
import { layOut, type PageLayout, type Spacing } from "../../../shared/report/page-layout";
import {
  fontSizes,
  pageMargins,
  sheetLabelShare,
  tableLine,
  textAreaWidth,
} from "../../../shared/report/paper";
import { groupLine } from "../../../shared/report/row-groups";
import { isTurned, type TableFit } from "../../../shared/report/table-fit";
import { lawParts } from "../../../shared/text/law-number";
import { documentFont, fontFaces } from "./fonts";

/** Thickness of a table's lines: half of the outer ones lies beside the table, where paper shows nothing. */
const lineMm = 0.2;

/** The page number, centred over the text and not on the page's edge. */
export const pageNumberHeader =
  `<div style="width:100%;height:100%;overflow:hidden;text-align:center;` +
  `padding:0 ${pageMargins.right}mm 0 ${pageMargins.left}mm;` +
  `font-family:'${documentFont}','Times New Roman',serif;font-size:${fontSizes.pageNumber}pt">` +
  `<span class="pageNumber"></span></div>`;

/**
 * @param numbers who writes the number of a page: whoever prints, or the page itself
 * @returns an HTML document in NFC
 */
export function writeHtml(document: ReportDocument, numbers: "header" | "page" = "header"): string {
  const layout = layOut(document, textAreaWidth(document.orientation) - lineMm);
  const { before, end } = endOf(document.blocks);
  const html = (block: DocumentBlock) => blockHtml(block, document, layout);
  const body = [
    ...before.map(html),
    ...(end === null ? [] : [table(end.table, { document, layout }, end.after.map(html).join("\n"))]),
  ].join("\n");
  const page = (fonts: string) =>
    `<!doctype html>
<html lang="vi"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; font-src data:">
<title>${escaped(titleOf(document))}</title>
<style>${fonts}
${style(document.orientation, layout.spacing)}${numbers === "page" ? marginBoxes : ""}</style></head>
<body>${body}</body></html>
`.normalize("NFC");
  return page(fontFaces(page("")));
}

function blockHtml(block: DocumentBlock, document: ReportDocument, layout: PageLayout): string {
  switch (block.kind) {
    case "heading":
      return heading(block);
    case "table":
      return table(block, { document, layout }, "");
    case "sheet":
      return sheet(block);
    case "text":
      return textBlock(block);
    case "signatures":
      return `<div class="signatures">${receivers(block)}${block.places.map(signature).join("")}</div>`;
  }
}

const marginBoxes = `
@page{@top-center{content:counter(page);font:${fontSizes.pageNumber}pt "${documentFont}","Times New Roman",serif}}
@page :first{@top-center{content:none}}`;

function style(orientation: ReportDocument["orientation"], spacing: Spacing): string {
  const { top, right, bottom, left } = pageMargins;
  return `@page{size:A4 ${orientation};margin:${top}mm ${right}mm ${bottom}mm ${left}mm}
@page :first{margin-top:0}
*{box-sizing:border-box}
body{margin:0;padding-top:${top}mm;color:#000;background:#fff;font:13pt/1.25 "${documentFont}","Times New Roman",serif}
h1,p{margin:0}
.heading{display:flex;justify-content:space-between;text-align:center;margin-bottom:4mm}
.heading .agency{display:inline-block}
.heading div{max-width:58%}
.superior,.agency{font-size:${fontSizes.agency}pt}
.agency,.nation,.motto,h1{font-weight:700}
.agency::after{content:"";display:block;width:40%;margin:0.6mm auto 0;border-bottom:0.3mm solid #000}
.nation{font-size:${fontSizes.nation}pt}
.motto{font-size:${fontSizes.motto}pt}
.motto span{border-bottom:0.3mm solid #000;padding-bottom:0.4mm}
.number{font-size:${fontSizes.place}pt;margin-top:2mm}
.place{font-size:${fontSizes.place}pt;font-style:italic;margin-top:3mm}
h1{font-size:${fontSizes.title}pt;text-align:center}
.subtitle{font-size:${fontSizes.subtitle}pt;font-style:italic;text-align:center}
table{table-layout:fixed;width:calc(100% - ${lineMm}mm);border-collapse:collapse;margin:4mm ${lineMm / 2}mm 0;font-size:${fontSizes.table}pt;line-height:${tableLine}}
th,td{border:${lineMm}mm solid #000;padding:${spacing.rowMm / 2}mm var(--side);vertical-align:middle;overflow-wrap:break-word}
thead{display:table-header-group}
tr{break-inside:avoid}
thead th{text-align:center;overflow-wrap:normal}
thead .up{writing-mode:vertical-rl;transform:rotate(180deg);white-space:nowrap;margin:auto}
thead .numbers th{font-weight:400;font-style:italic;padding:0.2mm}
tbody th{font-weight:400}
.group{break-after:avoid}
.group th{font-weight:700;text-align:left}
.total th,.total td{font-weight:700}
tbody~tbody,.together{break-inside:avoid}
.together .signatures{margin-top:${spacing.gapMm}mm}
td.after{padding:0;border:0;vertical-align:top;font-size:13pt;line-height:1.25}
.law{display:inline-block;max-width:100%}
.left{text-align:left}.center{text-align:center;white-space:nowrap}.right{text-align:right;white-space:nowrap}
tbody .parted{white-space:normal}
.sheet{font-size:inherit}
.sheet th,.sheet td{border:0;text-align:left}
.sheet th{width:${sheetLabelShare * 100}%}
.text{margin-top:${spacing.gapMm}mm;text-align:justify}
.notes{margin-top:${spacing.gapMm}mm;font-size:${spacing.notes}pt;line-height:1.2;break-inside:avoid}
.notes h2{margin:0;font-size:inherit}
.notes ul{margin:0;padding-left:5mm;list-style:"- "}
.signatures{display:flex;margin-top:5mm;text-align:center;font-size:${fontSizes.signature}pt;break-inside:avoid}
.signatures div{flex:1}
.centred,.address{text-align:center;font-size:${fontSizes.body}pt}
.centred{font-weight:700}
.grounds,.body{text-align:justify;text-indent:10mm;font-size:${fontSizes.body}pt}
.grounds{font-style:italic}
.centred p,.address p,.grounds p,.body p{margin:2mm 0}
.ruled{width:50mm;margin:1mm auto 0;border-bottom:0.3mm solid #000}
.signatures .receivers{text-align:left;font-size:${fontSizes.receivers.list}pt}
.receivers b{font-size:${fontSizes.receivers.title}pt}
.signatures .who{font-weight:700;text-transform:uppercase;white-space:pre-line}
.signatures .hint{font-style:italic}
.signatures .name{font-weight:700;margin-top:${spacing.signature / 4}mm;min-height:6mm}
.together .name{min-height:0}`;
}

function heading({ title, subtitle, ruled, ...parts }: ReportHeading): string {
  const superior = parts.superior === null ? "" : `<p class="superior">${escaped(parts.superior)}</p>`;
  const number = parts.number === null ? "" : `<p class="number">${escaped(parts.number)}</p>`;
  return [
    `<div class="heading"><div>${superior}<p class="agency">${escaped(parts.agency)}</p>${number}</div>` +
      `<div><p class="nation">${escaped(parts.nation)}</p>` +
      `<p class="motto"><span>${escaped(parts.motto)}</span></p>` +
      `<p class="place">${escaped(parts.placeAndDay)}</p></div></div>`,
    ...title.map((line) => `<h1>${words(line)}</h1>`),
    subtitle === null ? "" : `<p class="subtitle">${words(subtitle)}</p>`,
    ruled === true ? `<div class="ruled"></div>` : "",
  ].join("\n");
}

/**
 * @param after what ends the document below it. It stands in the table's last rows, which go to the next page together:
 *   Chromium keeps rows of one group on a page, and takes no account of what comes after a table. What is left there must
 *   not look forgotten, nor a signature stand alone.
 */
function table(
  data: ReportTable,
  { document, layout }: { readonly document: ReportDocument; readonly layout: PageLayout },
  after: string,
): string {
  const fit = layout.fitOf(data);
  const { points, widthsMm, paddingMm } = fit;
  const columns = widthsMm.map((width) => `<col style="width:${width.toFixed(2)}mm">`).join("");
  const head = Array.from({ length: data.headerRows }, (_, row) => {
    return `<tr>${data.header
      .filter((cell) => cell.row === row)
      .map((cell) => headCell(cell, fit))
      .join("")}</tr>`;
  });
  if (data.numbering !== null) {
    head.push(
      `<tr class="numbers">${data.numbering.map((text) => `<th scope="col">${escaped(text)}</th>`).join("")}</tr>`,
    );
  }
  // A group's line and the row below it are one piece, so that neither goes to another page alone.
  const rows = data.rows.map((row, place) => `${groupRow(data, place)}<tr>${bodyCells(data, row, fit)}</tr>`);
  if (data.total !== null) rows.push(`<tr class="total">${bodyCells(data, data.total, fit)}</tr>`);
  const starts = keptFrom(data, layout, document);
  const kept = starts.map((from, place) => rows.slice(from, starts[place + 1] ?? rows.length));
  const last = kept.pop() ?? [];
  // With no row to go with it, it needs no title of the table above it.
  const isRow = last.length > 0;
  if (after !== "" && isRow)
    last.push(`<tr><td class="after" colspan="${data.columns.length}">${after}</td></tr>`);
  const bodies = [rows.slice(0, starts[0] ?? rows.length), ...kept, last];
  const sides = ((paddingMm - 2 * lineMm) / 2).toFixed(2);
  return `<table style="font-size:${points}pt;--side:${sides}mm"><colgroup>${columns}</colgroup><thead>${head.join("\n")}</thead>
${bodies.map((body) => (body.length === 0 ? "" : `<tbody>${body.join("\n")}</tbody>`)).join("\n")}</table>${isRow ? "" : `<div class="together">${after}</div>`}`;
}

function groupRow(data: ReportTable, before: number): string {
  const text = groupLine(data, before);
  if (text === null) return "";
  const { length } = data.columns;
  return `<tr class="group"><th scope="rowgroup" colspan="${length}">${escaped(text)}</th></tr>`;
}

function sheet({ lines }: ReportSheet): string {
  const rows = lines.map(
    ({ label, cell }) => `<tr><th scope="row">${escaped(label)}</th><td>${words(cellText(cell))}</td></tr>`,
  );
  return `<table class="sheet"><tbody>${rows.join("\n")}</tbody></table>`;
}

function headCell(cell: HeaderCell, fit: TableFit): string {
  const { text, rowSpan, columnSpan } = cell;
  const scope = columnSpan > 1 ? "colgroup" : "col";
  const shown = isTurned(cell, fit) ? `<div class="up">${escaped(text)}</div>` : escaped(text);
  return `<th scope="${scope}" rowspan="${rowSpan}" colspan="${columnSpan}">${shown}</th>`;
}

/** The first column of words names its row. */
function bodyCells({ columns }: ReportTable, row: readonly ReportCell[], { parted }: TableFit): string {
  const naming = columns.findIndex(({ wraps }) => wraps);
  return row
    .map((cell, column) => {
      const align = `${columns[column]?.align ?? "left"}${parted.has(column) ? " parted" : ""}`;
      const text = words(cellText(cell));
      return column === naming
        ? `<th scope="row" class="${align}">${text}</th>`
        : `<td class="${align}">${text}</td>`;
    })
    .join("");
}

/** Under a title: notes, listed. Without one: paragraphs. */
function textBlock({ title, lines, look }: ReportText): string {
  if (lines.length === 0) return "";
  if (look !== undefined)
    return `<div class="${look}">${lines.map((line) => `<p>${paragraph(line)}</p>`).join("")}</div>`;
  if (title === null)
    return `<div class="text">${lines.map((line) => `<p>${words(line)}</p>`).join("")}</div>`;
  const items = lines.map((line) => `<li>${words(line)}</li>`).join("");
  return `<div class="notes"><h2>${escaped(title)}</h2><ul>${items}</ul></div>`;
}

function paragraph(line: string): string {
  const article = articleParts(line);
  return article === null ? words(line) : `<b>${escaped(article[0])}</b>${words(article[1])}`;
}

function receivers({ receivers: list }: ReportSignatures): string {
  if (list === undefined) return "";
  const items = list.map((one) => `<p>- ${escaped(one)}</p>`).join("");
  return `<div class="receivers"><p><b><i>${escaped(reportWords.receivers)}</i></b></p>${items}</div>`;
}

function signature({ title, hint, name }: SignaturePlace): string {
  return (
    `<div><p class="who">${escaped(title)}</p><p class="hint">${escaped(hint)}</p>` +
    `<p class="name">${escaped(name ?? "")}</p></div>`
  );
}

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** A text in which no number of a law is parted at the end of a line, as long as a line has room for it. */
function words(text: string): string {
  return lawParts(text)
    .map((part) => (part.isNumber ? `<span class="law">${escaped(part.text)}</span>` : escaped(part.text)))
    .join("");
}

/** A text as it may stand in HTML. */
export function escaped(text: string): string {
  // XML and HTML have no way to write control characters; they are no part of any word.
  return text
    .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, "")
    .replaceAll(/[&<>"']/g, (letter) => entities[letter] ?? "");
}
