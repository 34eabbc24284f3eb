/**
 * SQL as a tagged template: what stands between the braces is a parameter, never text.
 *
 * A handle takes nothing but what is made here, so no value that a user typed or an office sent can become part of a
 * statement: there is no way, by type, to make SQL of a string. Names that come from the registry go through
 * `sql.name`; fragments may stand within each other.
 */

/** What SQLite takes and gives; whole numbers only, since no column holds a float. */
export type SqlValue = string | number | Uint8Array | null;

/** A statement, or a fragment of one, with its parameters in the order of their places. */
class Statement {
  // Private, so that no object made elsewhere fits.
  readonly #text: string;
  readonly #params: readonly SqlValue[];

  constructor(text: string, params: readonly SqlValue[]) {
    this.#text = text;
    this.#params = params;
  }

  get text(): string {
    return this.#text;
  }

  get params(): readonly SqlValue[] {
    return this.#params;
  }
}

export type Sql = Statement;

/** Texts of templates without fragments: made once, since hot loops run them hundreds of thousands of times. */
const texts = new WeakMap<TemplateStringsArray, string>();

function plainText(strings: TemplateStringsArray): string {
  let text = texts.get(strings);
  if (text === undefined) {
    text = strings.join("?");
    texts.set(strings, text);
  }
  return text;
}

function tag(strings: TemplateStringsArray, ...values: readonly (SqlValue | Sql)[]): Sql {
  if (!values.some((value) => value instanceof Statement))
    return new Statement(plainText(strings), values as SqlValue[]);
  let text = strings[0] ?? "";
  const params: SqlValue[] = [];
  values.forEach((value, place) => {
    if (value instanceof Statement) {
      text += value.text;
      params.push(...value.params);
    } else {
      text += "?";
      params.push(value);
    }
    text += strings[place + 1] ?? "";
  });
  return new Statement(text, params);
}

const names = new Map<string, Sql>();

/** A name as SQLite quotes it; for tables and columns that are named by the registry. */
function name(identifier: string): Sql {
  let quoted = names.get(identifier);
  if (quoted === undefined) {
    quoted = new Statement(`"${identifier.replaceAll('"', '""')}"`, []);
    names.set(identifier, quoted);
  }
  return quoted;
}

/** Fragments or values with something between them, by default a comma. */
function join(parts: readonly (SqlValue | Sql)[], between: Sql = comma): Sql {
  const text = parts.map((part) => (part instanceof Statement ? part.text : "?")).join(between.text);
  const params = parts.flatMap((part) => (part instanceof Statement ? part.params : [part]));
  return new Statement(text, params);
}

const comma: Sql = new Statement(", ", []);

/**
 * A statement to be run with other parameters again and again, where its columns come from the registry.
 * @param example the statement with any parameters
 * @throws Error for another number of parameters
 */
function prepared(example: Sql): (params: readonly SqlValue[]) => Sql {
  const { text } = example;
  const count = example.params.length;
  return (params) => {
    if (params.length !== count) throw new Error(`${count} parameters, not ${params.length}: ${text}`);
    return new Statement(text, params);
  };
}

interface Tools {
  readonly name: typeof name;
  readonly join: typeof join;
  readonly prepared: typeof prepared;
}

// Defined, not assigned: a function's own `name` cannot be written to.
export const sql = Object.defineProperties(tag, {
  name: { value: name },
  join: { value: join },
  prepared: { value: prepared },
}) as typeof tag & Tools;
