/**
 * The options by which `report` is told what a list of a screen shows: made from the map of those lists, so that a field which
 * is added there can be given here.
 */
import {
  fieldsOf,
  type ListingFieldName,
  listingFields,
  type ListingKey,
  listingKeys,
  type ListingQuestion,
  listingQuestionSchema,
  listings,
} from "../../shared/contract/schemas/listings";
import { isYear } from "../../shared/domain/scalars";
import type { Translate } from "../../shared/i18n";
import { formatDay } from "../../shared/text/format";
import { type Arguments, wrong } from "./arguments";
import type { CommandSpec, OptionSpec } from "./command-spec";

const names = Object.keys(listingFields) as readonly ListingFieldName[];

function optionOf(name: ListingFieldName): OptionSpec {
  const option: Pick<OptionSpec, "value" | "choices"> = listingFields[name].option;
  const { value, choices } = option;
  const forms = listingKeys.filter((key) => fieldsOf(key).includes(name)).join(", ");
  const spec = { value, help: `listing-${name}`, helpParams: { forms } };
  if (choices === undefined) return spec;
  if (value !== "names") return { ...spec, choices };
  return { ...spec, choices, list: true, many: new RegExp(`^(${choices.join("|")})$`) };
}

export const listingOptions: CommandSpec["options"] = Object.fromEntries(
  names.map((name) => [name, optionOf(name)]),
);

/**
 * @param key of the list; null: the form is of none
 * @returns what it is asked; undefined where the form is of no list
 * @throws AppError usage for an option that this list has none of, days in the wrong order, a year that is none
 */
export function listingAsked(
  args: Arguments,
  key: ListingKey | null,
  t: Translate,
): ListingQuestion | undefined {
  const asked = key === null ? [] : fieldsOf(key);
  const given = names.find((name) => args.flag(name) && !asked.includes(name));
  const stranger = given ?? (key !== null && !listings[key].scope && args.flag("unit") ? "unit" : undefined);
  if (stranger !== undefined)
    throw wrong(t, "listingOption", { option: stranger, form: args.required("form") });
  if (key === null) return undefined;
  const values = asked.map((name) => [name, valueOf(args, name, t)] as const);
  const days = new Map(values);
  const [from, to] = [days.get("from"), days.get("to")];
  if (typeof from === "string" && typeof to === "string" && to < from)
    throw wrong(t, "daysReversed", { from: formatDay(from), to: formatDay(to) });
  return listingQuestionSchema.parse({ of: key, ...Object.fromEntries(values) });
}

function valueOf(args: Arguments, name: ListingFieldName, t: Translate) {
  const option: Pick<OptionSpec, "value" | "choices"> = listingFields[name].option;
  switch (option.value) {
    case null:
      return args.flag(name) ? true : null;
    case "day":
      return args.day(name);
    case "names":
      return args.choices(name, option.choices ?? []);
    case "year": {
      const year = args.whole(name, 0);
      if (year !== null && !isYear(year)) throw wrong(t, "year", { value: args.required(name) });
      return year;
    }
    default:
      return args.option(name);
  }
}
