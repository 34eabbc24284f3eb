/**
 * A layout is a report form that users keep in the roster: a copy of a shipped form with other titles, columns, lines
 * or bands. It may come from another office, so that its definition is read like anything from outside: by a schema,
 * with limits, and what cannot be read is refused by name.
 */
import { z } from "../contract/zod";
import { dimensionKeys } from "../statistics/dimensions";
import { measureKeys } from "../statistics/measures";
import type { Filter } from "./filter";
import type { Block, ColumnNode, CrossValue, ListValue, ReportForm, TextLine } from "./form";
import { leavesOf } from "./header";
import { FormProblem } from "./problem";

/** A layout's row. */
export interface LayoutFields {
  readonly key: string;
  /** Key of the shipped form that it is a copy of. */
  readonly form: string;
  /** Lines of the title; null: the form's own. */
  readonly title: string | null;
  /** JSON of `{ orientation?, fileName?, blocks? }`, blocks as in a form; null: all as in the form. */
  readonly definition: string | null;
}

/** More columns than these stand in no table (one with every standard has over 60), more levels of headings over none. */
const mostColumns = 80;
const mostLevels = 4;

/** Letters only: control characters are no part of any word, and no workbook can hold them. */
const letters = /^[^\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]*$/;
const text = z.string().max(1000).regex(letters);
const title = z.string().max(300).regex(letters);
const name = z.string().min(1).max(64);

const condition = z.union([
  z.array(z.string().max(100)).max(200),
  z.strictObject({ from: z.int().exactOptional(), to: z.int().exactOptional() }),
]);
const filter: z.ZodType<Filter> = z.partialRecord(z.enum(dimensionKeys), condition);

/** A tree of headings with a bounded depth: a schema that called itself would follow a hostile one down for ever. */
function columnsOf<V>(value: z.ZodType<V>): z.ZodType<readonly ColumnNode<V>[]> {
  const leaf = z.strictObject({
    key: name,
    title,
    value,
    widthMm: z.number().min(5).max(200),
    hideWhenZero: z.literal(true).exactOptional(),
    oneFigure: z.strictObject({ title, value }).exactOptional(),
  });
  let node: z.ZodType<ColumnNode<V>> = leaf;
  for (let level = 1; level < mostLevels; level++) {
    const group = z.strictObject({ title, columns: z.array(node).min(1).max(mostColumns) });
    node = z.union([leaf, group]);
  }
  const tree: z.ZodType<readonly ColumnNode<V>[]> = z.array(node).min(1).max(mostColumns);
  return tree.refine((nodes) => leavesOf(nodes).length <= mostColumns);
}

const crossValue: z.ZodType<CrossValue> = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("ordinal") }),
  z.strictObject({ kind: z.literal("label") }),
  z.strictObject({ kind: z.literal("figure"), of: filter }),
  z.strictObject({ kind: z.literal("fraction"), part: filter, whole: filter }),
  z.strictObject({
    kind: z.literal("percent"),
    least: filter,
    most: filter.exactOptional(),
    whole: filter,
  }),
]);
const listValue: z.ZodType<ListValue> = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("ordinal") }),
  z.strictObject({ kind: z.literal("field"), field: name }),
  z.strictObject({ kind: z.literal("blank") }),
]);
const line: z.ZodType<TextLine> = z.strictObject({
  text,
  whenAny: z.array(filter).max(20).exactOptional(),
  whenOneFigure: z.boolean().exactOptional(),
  whenGiven: name.exactOptional(),
  whenMissing: name.exactOptional(),
});

const block: z.ZodType<Block> = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("heading"), title: z.array(title).max(10), subtitle: text.nullable() }),
  z.strictObject({
    kind: z.literal("cross"),
    rows: z.union([
      z.strictObject({ each: z.enum(dimensionKeys) }),
      z.strictObject({
        lines: z.array(z.strictObject({ label: title, filter: filter.nullable() })).max(200),
      }),
    ]),
    columns: columnsOf(crossValue),
    measure: z.enum(measureKeys),
    filter,
    numbered: z.boolean(),
    total: title.nullable(),
  }),
  z.strictObject({
    kind: z.literal("list"),
    of: name,
    columns: z.union([z.literal("given"), columnsOf(listValue)]),
    numbered: z.boolean(),
  }),
  z.strictObject({
    kind: z.literal("sheet"),
    lines: z.array(z.strictObject({ label: title, field: name })).max(200),
  }),
  z.strictObject({ kind: z.literal("text"), title: title.nullable(), lines: z.array(line).max(50) }),
  z.strictObject({
    kind: z.literal("signatures"),
    places: z.array(z.strictObject({ title, hint: title, who: z.enum(["preparer", "signer"]) })).max(2),
  }),
]);

const definitionSchema = z.strictObject({
  orientation: z.enum(["landscape", "portrait"]).exactOptional(),
  fileName: z.string().min(1).max(120).exactOptional(),
  blocks: z.array(block).min(1).max(20).exactOptional(),
});

/**
 * The form that a layout describes.
 * @param forms the shipped forms
 * @throws FormProblem naming the place that cannot be read; what its blocks ask of a source shows when it is built
 */
export function formOfLayout(layout: LayoutFields, forms: readonly ReportForm[]): ReportForm {
  const form = forms.find(({ key }) => key === layout.form);
  if (form === undefined) throw new FormProblem(layout.form);
  const { blocks = form.blocks, ...choices } = readDefinition(layout.definition);
  const lines = layout.title?.split("\n") ?? null;
  return {
    ...form,
    ...choices,
    key: layout.key,
    blocks: blocks.map((one) => (one.kind === "heading" && lines !== null ? { ...one, title: lines } : one)),
  };
}

function readDefinition(definition: string | null): z.infer<typeof definitionSchema> {
  if (definition === null) return {};
  const read = definitionSchema.safeParse(parsed(definition));
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  throw new FormProblem(issue === undefined || issue.path.length === 0 ? "definition" : issue.path.join("."));
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json, (key, value: unknown) => {
      // The schema passes such a key over, and a filter that is passed over counts everybody.
      if (key === "__proto__") throw new FormProblem(key);
      return value;
    });
  } catch (error) {
    if (error instanceof SyntaxError) throw new FormProblem("JSON");
    throw error;
  }
}
