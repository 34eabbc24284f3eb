/**
 * What a page that somebody took over could send: arguments that a call's own schema nearly or wholly takes, filled with
 * what lies around (ids of any rows, days that no calendar has, paths to pipes and links), and in places something that
 * it does not take at all. Worked out from the schema, so that a new call or argument is attacked without a word here.
 */
import { pathSchema } from "../../shared/contract/schemas/common";
import type { z } from "../../shared/contract/zod";
import type { Random } from "../../shared/sample/random";

/** The parts of a schema's own description that are read here. */
type Described = z.core.$ZodTypes["_zod"]["def"];

const texts = [
  "",
  " ",
  "0",
  "-1",
  "NaN",
  "null",
  "__proto__",
  "constructor",
  "toString",
  "2021-10-01",
  "0001-01-01",
  "9999-12-31",
  "2026-10-01",
  "2020-02-30",
  "9999-99-99",
  "00000000-0000-0000-0000-000000000000",
  "ffffffff-ffff-ffff-ffff-ffffffffffff",
  "00000-00000-00000-00000-00000-00000-00000-00000",
  "99999-99999-99999-99999-99999-99999-99999-99999",
  "0".repeat(64),
  "%_*?[]'\";--",
  "*".repeat(300),
  "a\u0000b",
  "\ud800",
  "Nguyễn\u200b Văn\u202e A",
  "<img src=x onerror=alert(1)>",
  "../../../etc/passwd",
  "ữ".repeat(60_000),
];
const numbers = [
  -1,
  0,
  1,
  2,
  50,
  200,
  5_000,
  2 ** 31 - 1,
  2 ** 31,
  2 ** 48,
  8.64e15,
  2 ** 53 - 1,
  1 - 2 ** 53,
];

function holes(length: number): unknown[] {
  const list: unknown[] = [];
  list.length = length;
  return list;
}

/** What no schema takes, or hardly any: as it comes through the window's own copying. */
const strange: readonly (() => unknown)[] = [
  () => undefined,
  () => null,
  () => Number.NaN,
  () => Number.POSITIVE_INFINITY,
  () => -0,
  () => 0.5,
  () => 1e308,
  () => 2 ** 53,
  () => 10n,
  () => new Date(Number.NaN),
  () => /(a+)+$/,
  () => new Error("x"),
  () => new Map([["id", 1]]),
  () => new Set(["id"]),
  () => new Uint8Array(1 << 20),
  () => [],
  () => ({}),
  () => "ữ".repeat(1 << 20),
  () => holes(2 ** 32 - 1),
  () => Array.from({ length: 200_000 }, () => ""),
  () => Object.fromEntries(Array.from({ length: 50_000 }, (_, n) => [`f${n}`, n])),
  () => JSON.parse('{"__proto__":{"ok":true},"constructor":{"prototype":1}}') as unknown,
  () => ({ length: 2 ** 32, toString: null, valueOf: 1 }),
  () => {
    const circle: Record<string, unknown> = {};
    circle["self"] = [circle];
    return circle;
  },
  () => {
    let nest: unknown = 1;
    for (let depth = 0; depth < 20_000; depth++) nest = depth % 2 === 0 ? [nest] : { id: nest };
    return nest;
  },
];

/** So many texts and numbers of one call's answers are kept. */
const mostKnown = 100;

type Known = string | number;

function isText(value: Known): value is string {
  return typeof value === "string";
}

/** `conflict` of `conflictSettle`: calls that begin alike are about the same things. */
function subjectOf(call: string): string {
  return /^[a-z]+/.exec(call)?.[0] ?? call;
}

export class Garbage {
  readonly #random: Random;
  readonly #paths: readonly string[];
  /** What the answers of each call named. */
  readonly #answers = new Map<string, readonly Known[]>();
  #subject = "";

  /** @param paths of what may be written over, and never of anything else */
  constructor(random: Random, paths: readonly string[]) {
    this.#random = random;
    this.#paths = paths;
  }

  /** Remembers what an answer named: ids, fingerprints, numbers of changes. */
  learn(call: string, answer: unknown): void {
    const known = new Set<Known>();
    const visit = (part: unknown, depth: number): void => {
      if (known.size >= mostKnown || depth > 6) return;
      if (typeof part === "string" ? part.length <= 200 : Number.isSafeInteger(part))
        known.add(part as Known);
      else if (typeof part === "object" && part !== null)
        for (const one of Object.values(part)) visit(one, depth + 1);
    };
    visit(answer, 0);
    if (known.size > 0) this.#answers.set(call, [...known]);
  }

  /** What is sent to a call. @param wild in how many of a hundred places something stands that the schema does not take */
  argumentsOf(call: string, schema: z.core.$ZodType, wild: number): unknown {
    this.#subject = subjectOf(call);
    return this.#like(schema, wild);
  }

  /** A text that an answer named, one that is odd, or a path. */
  text(): string {
    if (this.#random.percent(20)) return this.#path();
    const known = this.#random.percent(50) ? this.#known().filter(isText) : [];
    return this.#random.pick(known.length === 0 ? texts : known);
  }

  #path(): string {
    return this.#random.pick(this.#paths);
  }

  #anything(): unknown {
    if (this.#random.percent(50)) return this.#random.pick(strange)();
    return this.#random.percent(50) ? this.text() : this.#random.pick(numbers);
  }

  /** What some call answered, often one about the same things as the call that is attacked. */
  #known(): readonly Known[] {
    const calls = [...this.#answers.keys()];
    const near = calls.filter((call) => subjectOf(call) === this.#subject);
    const from = near.length > 0 && this.#random.percent(60) ? near : calls;
    return from.length === 0 ? [] : (this.#answers.get(this.#random.pick(from)) ?? []);
  }

  /** @throws Error for a kind of schema that is not known here */
  #like(schema: z.core.$ZodType, wild: number): unknown {
    const random = this.#random;
    if (random.percent(wild)) return this.#anything();
    if (schema === pathSchema) return this.#path();
    const { def } = schema as unknown as { readonly def: Described };
    switch (def.type) {
      case "object":
        return this.#object(Object.entries(def.shape), wild);
      case "record":
        return this.#object(
          Array.from({ length: random.below(6) }, () => [this.text(), def.valueType] as const),
          wild,
        );
      case "array":
        return Array.from({ length: random.percent(5) ? 300 : random.below(4) }, () =>
          this.#like(def.element, wild),
        );
      case "tuple":
        return def.items.map((item) => this.#like(item, wild));
      case "union":
        return this.#like(random.pick(def.options), wild);
      case "optional":
      case "default":
        return random.percent(40) ? undefined : this.#like(def.innerType, wild);
      case "nullable":
        return random.percent(30) ? null : this.#like(def.innerType, wild);
      case "pipe":
        return this.#like(def.in, wild);
      case "enum":
        return random.pick(Object.values(def.entries));
      case "literal":
        return random.pick(def.values);
      case "boolean":
        return random.percent(50);
      case "null":
        return null;
      case "string":
      case "number":
        return this.#fitting(schema, def.type === "string" ? texts : numbers);
      default:
        throw new Error(`Nothing is known of arguments of the kind ${def.type}`);
    }
  }

  #object(shape: readonly (readonly [string, z.core.$ZodType])[], wild: number): unknown {
    const random = this.#random;
    const parts = shape
      .filter(() => !random.percent(wild / 2))
      .map(([name, of]) => [name, this.#like(of, wild)]);
    // "__proto__" as a part of its own, which no assignment makes.
    if (random.percent(wild)) parts.push(["__proto__", this.#anything()], [this.text(), this.#anything()]);
    return Object.fromEntries(parts);
  }

  /** Of what is known, what the schema takes: an id where it wants ids, a day where it wants days. */
  #fitting(schema: z.core.$ZodType, odd: readonly Known[]): Known {
    const fits = (value: Known) => (schema as z.ZodType).safeParse(value).success;
    // Of several calls, as not each names what is wanted.
    for (let tries = 0; tries < 4 && this.#random.percent(85); tries++) {
      const known = this.#known().filter(fits);
      if (known.length > 0) return this.#random.pick(known);
    }
    const fitting = odd.filter(fits);
    return this.#random.pick(fitting.length === 0 || this.#random.percent(5) ? odd : fitting);
  }
}
