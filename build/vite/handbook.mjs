/**
 * Gives the page the user guide as data: docs/huong-dan.md is read while bundling, so that there is one text of it, and the
 * page gets neither a reader of markdown nor any HTML. What this reading does not know ends the build, so that nothing of
 * the guide is left out in silence.
 */
import { dirname, join } from "node:path";
import { lexer } from "marked";
import { ROOT } from "../setup/paths.mjs";

export const HANDBOOK = join(ROOT, "docs/huong-dan.md");

/** Vite's plugin: `import { chapters, images } from "…/docs/huong-dan.md"`. */
export function handbookAsData() {
  return {
    name: "handbook-as-data",
    enforce: "pre",
    transform(code, id) {
      if (id !== HANDBOOK) return null;
      const { chapters, images } = readHandbook(code);
      const imports = images.map((path, place) => {
        const file = JSON.stringify(join(dirname(HANDBOOK), path));
        return `import image${place} from ${file};`;
      });
      return {
        code: [
          ...imports,
          `export const images = [${images.map((_, place) => `image${place}`).join(", ")}];`,
          `export const chapters = ${JSON.stringify(chapters)};`,
        ].join("\n"),
        map: null,
      };
    },
  };
}

/**
 * @param {string} markdown
 * @returns {{ chapters: object[], images: string[] }} chapters as renderer/features/handbook/handbook.ts types them; paths
 * of images, by the places that the blocks name
 */
export function readHandbook(markdown) {
  const images = [];
  const chapters = [];
  /** What stands before the first chapter opens it. */
  const before = [];
  const ids = new Set();
  for (const token of lexer(markdown)) {
    if (token.type === "space") continue;
    if (token.type !== "heading") {
      const section = chapters.at(-1)?.sections.at(-1) ?? chapters.at(-1);
      (section?.blocks ?? before).push(block(token, images));
      continue;
    }
    if (token.depth === 1) continue;
    const title = plain(inline(token.tokens));
    const section = { id: newId(title, ids), title, blocks: [] };
    if (token.depth === 2) {
      chapters.push({ ...section, blocks: before.splice(0), sections: [] });
    } else if (token.depth === 3 && chapters.length > 0) {
      chapters.at(-1).sections.push(section);
    } else {
      throw unknown("heading", token.raw);
    }
  }
  return { chapters, images };
}

/** Where a heading is found: its words without marks and without its number. */
function newId(title, ids) {
  const words = title
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[đĐ]/g, "d")
    .toLowerCase()
    .replace(/^\d+\.\s*/, "");
  const id = (words.match(/[a-z0-9]+/g) ?? []).join("-");
  if (ids.has(id)) throw new Error(`${HANDBOOK}: two headings read alike: ${title}`);
  ids.add(id);
  return id;
}

function unknown(what, raw) {
  return new Error(`${HANDBOOK}: build/vite/handbook.mjs does not know ${what}: ${raw.slice(0, 80)}`);
}

function block(token, images) {
  switch (token.type) {
    case "paragraph": {
      const [only, ...others] = token.tokens;
      if (only?.type === "image" && others.length === 0) {
        images.push(only.href);
        return { kind: "image", image: images.length - 1, text: only.text };
      }
      return { kind: "paragraph", content: inline(token.tokens) };
    }
    // A line of a list whose lines stand close.
    case "text":
      return { kind: "paragraph", content: inline(token.tokens ?? [token]) };
    case "list":
      return {
        kind: "list",
        ordered: token.ordered,
        start: token.ordered ? Number(token.start) : 1,
        items: token.items.map(({ tokens }) =>
          tokens.filter(({ type }) => type !== "space").map((one) => block(one, images)),
        ),
      };
    case "table":
      return {
        kind: "table",
        head: token.header.map(({ tokens }) => inline(tokens)),
        rows: token.rows.map((row) => row.map(({ tokens }) => inline(tokens))),
      };
    case "code":
      return { kind: "code", text: token.text };
    default:
      throw unknown(token.type, token.raw);
  }
}

function inline(tokens) {
  return tokens.flatMap((token) => {
    switch (token.type) {
      case "text":
        return token.tokens === undefined ? [token.text] : inline(token.tokens);
      case "escape":
        return [token.text];
      case "br":
        return [" "];
      case "strong":
      case "em":
        return [{ kind: token.type, content: inline(token.tokens) }];
      case "codespan":
        return [{ kind: "code", text: token.text }];
      default:
        throw unknown(token.type, token.raw);
    }
  });
}

function plain(content) {
  return content
    .map((part) => (typeof part === "string" ? part : (part.text ?? plain(part.content))))
    .join("");
}
