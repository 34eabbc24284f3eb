/** The user guide as the page has it: docs/huong-dan.md, read while bundling (build/vite/handbook.mjs). */

/** A piece of a line. */
export type Inline =
  | string
  | { readonly kind: "strong" | "em"; readonly content: readonly Inline[] }
  | { readonly kind: "code"; readonly text: string };

export type Block =
  | { readonly kind: "paragraph"; readonly content: readonly Inline[] }
  | {
      readonly kind: "list";
      readonly ordered: boolean;
      /** Number of the first item. */
      readonly start: number;
      readonly items: readonly (readonly Block[])[];
    }
  | {
      readonly kind: "table";
      readonly head: readonly (readonly Inline[])[];
      readonly rows: readonly (readonly (readonly Inline[])[])[];
    }
  | { readonly kind: "image"; readonly image: number; readonly text: string }
  | { readonly kind: "code"; readonly text: string };

export interface Section {
  /** The words of its heading, such as `nhan`; what leads into the guide names it by this. */
  readonly id: string;
  readonly title: string;
  readonly blocks: readonly Block[];
}

export interface Chapter extends Section {
  readonly sections: readonly Section[];
}

/** The words of a line without how they are set. */
export function plainText(content: readonly Inline[]): string {
  return content
    .map((part) =>
      typeof part === "string" ? part : part.kind === "code" ? part.text : plainText(part.content),
    )
    .join("");
}
