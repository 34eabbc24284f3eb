/**
 * The lists of the career screens that can be printed and written to files: what each of them is asked, and whether it can be
 * narrowed to a unit. The contract, the forms, the readers and the options of `report` are all keyed by this one map, so that
 * a list which lacks one of them fails types.
 */
import { dueKinds } from "../../domain/due";
import { nomineeStatuses } from "../../domain/nominee";
import { isYear } from "../../domain/scalars";
import { evaluationPeriods, trainingKinds } from "../../domain/values";
import { z } from "../zod";
import { daySchema, lineSchema, searchSchema } from "./common";

/** How the command line reads a field: the word for its value, and what may stand there. */
interface FieldOption {
  /** Key of `cli:value`; null for a switch. */
  readonly value: "day" | "names" | "name" | "year" | "text" | null;
  readonly choices?: readonly string[];
}

interface ListingField<T> {
  /** Null: left out. */
  readonly schema: z.ZodType<T | null, T | null>;
  readonly option: FieldOption;
}

function field<T>(schema: z.ZodType<T, T>, option: FieldOption): ListingField<T> {
  return { schema: schema.nullable(), option };
}

const day = () => field(daySchema, { value: "day" });
const one = <const K extends string>(choices: readonly K[]) =>
  field(z.enum(choices), { value: "name", choices });
/** Several of some choices; none: all of them. */
const several = <const K extends string>(choices: readonly K[]) =>
  field(z.array(z.enum(choices)).max(choices.length), { value: "names", choices });
const isSet = () => field(z.boolean(), { value: null });
/** A row of the roster by its id or its name. */
const row = () => field(lineSchema(200), { value: "name" });

/** Everything that lists may be asked, by the name of the option. A name means the same in every list. */
export const listingFields = {
  from: day(),
  to: day(),
  kind: several(dueKinds),
  programme: several(trainingKinds),
  search: field(searchSchema, { value: "text" }),
  class: row(),
  plan: row(),
  term: field(z.string().max(9), { value: "text" }),
  status: one(nomineeStatuses),
  year: field(z.int().refine(isYear), { value: "year" }),
  period: one(evaluationPeriods),
  overdue: isSet(),
  mismatch: isSet(),
} as const;

export type ListingFieldName = keyof typeof listingFields;
const fieldNames = Object.keys(listingFields) as readonly ListingFieldName[];

interface Listing {
  readonly asks: readonly ListingFieldName[];
  /** Of these, the one without which there is nothing to list. */
  readonly needs: ListingFieldName | null;
  /** May be narrowed to a unit. */
  readonly scope: boolean;
  /** Names people. */
  readonly personal: boolean;
}

const ofPeople = { needs: null, scope: true, personal: true } as const;

/** By the key of the form. What is left out of a question means what its screen shows first. */
export const listings = {
  due: { asks: ["from", "to", "kind"], ...ofPeople },
  "due-unknown": { asks: ["kind"], ...ofPeople },
  "plan-sent": { asks: ["plan"], needs: "plan", scope: false, personal: true },
  "plan-left": { asks: ["plan"], needs: "plan", scope: false, personal: true },
  classes: { asks: ["from", "to", "programme", "search"], needs: null, scope: false, personal: false },
  learners: { asks: ["class"], needs: "class", scope: false, personal: true },
  nominees: { asks: ["term", "status"], ...ofPeople },
  "key-posts": { asks: ["term"], ...ofPeople },
  evaluations: { asks: ["year", "period"], ...ofPeople },
  salary: { asks: ["from", "to", "overdue"], ...ofPeople },
  "salary-unknown": { asks: ["mismatch"], ...ofPeople },
} as const satisfies Readonly<Record<string, Listing>>;

export type ListingKey = keyof typeof listings;
export const listingKeys = Object.keys(listings) as readonly ListingKey[];

type ValueOf<F extends ListingFieldName> = z.output<(typeof listingFields)[F]["schema"]>;

/** What a list is asked beside its moment and its unit, told apart by `of`. */
export type ListingQuestion<K extends ListingKey = ListingKey> = {
  [P in K]: { readonly of: P } & { readonly [F in (typeof listings)[P]["asks"][number]]: ValueOf<F> };
}[K];

/** What a list may be asked, in the order of `listingFields`. */
export function fieldsOf(key: ListingKey): readonly ListingFieldName[] {
  const asks: readonly ListingFieldName[] = listings[key].asks;
  return fieldNames.filter((name) => asks.includes(name));
}

function questionSchema(key: ListingKey) {
  const shape = fieldsOf(key).map((name) => [name, listingFields[name].schema] as const);
  return z.object({ of: z.literal(key), ...Object.fromEntries(shape) });
}

const [first, ...others] = listingKeys.map(questionSchema);
if (first === undefined) throw new Error("There are no listings");

/** The shapes are made from the map above, of which the compiler knows no more than that they are shapes. */
export const listingQuestionSchema = z.discriminatedUnion("of", [first, ...others]) as unknown as z.ZodType<
  ListingQuestion,
  ListingQuestion
>;
