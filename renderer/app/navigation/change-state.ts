/** What the list of changes shows, as part of the address: back from a record one stands in the same search again. */
import {
  anyChange,
  type ChangeFilterData,
  changeFilterSchema,
} from "../../../shared/contract/schemas/changes";

/** Names in the address. */
const keys = {
  search: "q",
  user: "by",
  office: "office",
  entity: "kind",
  from: "from",
  to: "to",
  undone: "undone",
} as const satisfies Record<keyof ChangeFilterData, string>;

type Entries = [keyof ChangeFilterData, string][];

/** Query text without the question mark; what does not narrow is left out. */
export function writeChangeState(filter: Partial<ChangeFilterData>): string {
  const query = new URLSearchParams();
  for (const [name, key] of Object.entries(keys) as Entries) {
    const value = filter[name];
    if (value === true) query.set(key, "1");
    else if (typeof value === "string" && value !== "") query.set(key, value.normalize("NFC"));
  }
  return query.toString();
}

/** Reads a query text; what it does not know does not narrow. */
export function readChangeState(queryText: string): ChangeFilterData {
  const query = new URLSearchParams(queryText);
  const read = (Object.entries(keys) as Entries).map(([name, key]) => {
    const text = query.get(key);
    const value = name === "undone" ? text === "1" : text;
    const known = changeFilterSchema.shape[name].safeParse(value);
    return [name, text !== null && known.success ? known.data : anyChange[name]];
  });
  return changeFilterSchema.parse(Object.fromEntries(read));
}

/** Whether anything narrows the list. */
export function isNarrowed(filter: ChangeFilterData): boolean {
  return writeChangeState(filter) !== "";
}
