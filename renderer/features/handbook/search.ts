/**
 * Finds words in the guide as everything else is found here: without marks, by beginnings of words. Each paragraph, item and
 * row of a table is a place of its own, so that a hit leads to the line and not to the chapter.
 */
import { foldSearch, isFoundBy, searchTokens } from "../../../shared/text/fold";
import { type Block, type Chapter, plainText, type Section } from "./handbook";

/** A line of the guide. */
export interface Line {
  /** Where it stands in its section, as the page marks it; a heading stands at the section's own id. */
  readonly place: string;
  readonly text: string;
  readonly chapter: Chapter;
  readonly section: Section;
}

/** The place of a block within the one that holds it. */
export const placeIn = (holder: string, at: number) => `${holder}.${at}`;

/** All lines of the guide, in its order. */
export function linesOf(chapters: readonly Chapter[]): readonly Line[] {
  return chapters.flatMap((chapter) =>
    [chapter, ...chapter.sections].flatMap((section) => [
      { place: section.id, text: section.title, chapter, section },
      ...textsOf(section.blocks, section.id).map((line) => ({ ...line, chapter, section })),
    ]),
  );
}

function textsOf(blocks: readonly Block[], holder: string): { place: string; text: string }[] {
  return blocks.flatMap((block, at) => {
    const place = placeIn(holder, at);
    switch (block.kind) {
      case "paragraph":
        return [{ place, text: plainText(block.content) }];
      case "list":
        return block.items.flatMap((item, one) => textsOf(item, placeIn(place, one)));
      case "table":
        return block.rows.map((row, one) => ({
          place: placeIn(place, one),
          text: row.map(plainText).join(" – "),
        }));
      case "image":
      case "code":
        return [{ place, text: block.text }];
    }
  });
}

/** Lines that answer what was typed, headings before the rest. @param most of them that are given */
export function findLines(lines: readonly Line[], query: string, most: number): readonly Line[] {
  const found = lines.filter(({ text }) => isFoundBy(text, query));
  const isHeading = ({ place, section }: Line) => place === section.id;
  return [...found.filter(isHeading), ...found.filter((line) => !isHeading(line))].slice(0, most);
}

/** A piece of a line, and whether it is what was looked for. */
export interface Piece {
  readonly text: string;
  readonly isFound: boolean;
}

/** Words before the first one that was found. */
const wordsBefore = 5;
const mostWords = 22;

/** A line cut to what stands around the words that were looked for. */
export function excerpt(text: string, query: string): readonly Piece[] {
  const tokens = searchTokens(query).map(foldSearch);
  const words = text.split(/(?<=\s)/u);
  const isFound = words.map((word) => {
    const bare = foldSearch(word.replace(/^[^\p{L}\p{N}]+/u, ""));
    return bare !== "" && tokens.some((token) => bare.startsWith(token));
  });
  const first = Math.max(0, isFound.indexOf(true) - wordsBefore);
  const shown = words.slice(first, first + mostWords);
  const pieces = shown.flatMap((word, at): Piece[] => {
    const bare = word.trimEnd();
    const found = isFound[first + at] === true;
    return [
      { text: bare, isFound: found },
      { text: word.slice(bare.length), isFound: false },
    ];
  });
  const ellipsis: Piece = { text: "…", isFound: false };
  return [
    ...(first > 0 ? [ellipsis] : []),
    ...pieces.filter((piece) => piece.text !== ""),
    ...(first + mostWords < words.length ? [ellipsis] : []),
  ];
}
