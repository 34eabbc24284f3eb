/** Whether a receiver shows what was written: its rows beside those that the workload, or a model of it, expects. */
import type { Conflicts, Receiver, RowValues } from "./peer";
import { communeWork, type Action, type CommuneWork, type Planted } from "./workload";

export interface Checked {
  readonly values: number;
  readonly wrong: number;
}

/** People without a planted conflict that are looked at. */
const most = 3000;

/** The planted ones all, and others evenly spread. */
export async function checkSample(receiver: Receiver, communes: number): Promise<Checked> {
  const total = { values: 0, wrong: 0 };
  let place = 0;
  let step = 0;
  for (let commune = 0; commune < communes; commune++) {
    const work = communeWork(commune);
    step ||= Math.max(1, Math.floor((work.created.length * communes) / most));
    for (const [row, expected] of work.expected) {
      const planted = work.planted.some((one) => one.row === row);
      place += 1;
      if (!planted && place % step !== 0) continue;
      const shown = await receiver.read(commune, row);
      if (shown === null && expected.mayBeGone) continue;
      for (const [field, allowed] of Object.entries(expected.values)) {
        total.values += 1;
        if (!allowed.includes(shown?.[field] ?? "")) total.wrong += 1;
      }
    }
  }
  return total;
}

export interface SeenShare {
  readonly planted: number;
  /** Seen with their row. */
  readonly named: number;
  /** Told only as a number of conflicts, and at most those that are not named. */
  readonly unnamed: number;
}

export function seenShare(works: Iterable<CommuneWork>, { named, unnamed }: Conflicts): SeenShare {
  const fieldsOf = new Map<string, (string | null)[]>();
  for (const { row, field } of named) fieldsOf.set(row, [...(fieldsOf.get(row) ?? []), field]);
  const isSeen = ({ row, field, kind }: Planted) =>
    fieldsOf.get(row)?.some((one) => one === field || one === null || kind === "delete against edit") ??
    false;
  let planted = 0;
  let seen = 0;
  for (const work of works) {
    planted += work.planted.length;
    seen += work.planted.filter(isSeen).length;
  }
  return { planted, named: seen, unnamed: Math.min(unnamed, planted - seen) };
}

/** Rows as they should be after some actions in order. */
export class Model {
  readonly rows = new Map<string, { readonly commune: number; readonly values: Record<string, string> }>();

  apply(commune: number, actions: readonly Action[]): this {
    for (const action of actions) {
      if (action.kind === "create") this.rows.set(action.row, { commune, values: { ...action.fields } });
      else if (action.kind === "delete") this.rows.delete(action.row);
      else {
        const row = this.rows.get(action.row);
        if (row !== undefined) row.values[action.field] = action.value;
      }
    }
    return this;
  }

  /** The values that a receiver does not show as they should be. */
  async missingFrom(receiver: Receiver): Promise<{ readonly row: string; readonly field: string }[]> {
    const missing: { row: string; field: string }[] = [];
    for (const [row, { commune, values }] of this.rows) {
      const shown = await receiver.read(commune, row);
      for (const [field, value] of Object.entries(values)) {
        if (shown?.[field] !== value) missing.push({ row, field });
      }
    }
    return missing;
  }

  /** All that a receiver shows of these rows, to be compared with what it showed before. */
  async shownBy(receiver: Receiver): Promise<string> {
    const shown: (RowValues | null)[] = [];
    for (const [row, { commune }] of this.rows) shown.push(await receiver.read(commune, row));
    return JSON.stringify(
      shown.map((row) => row && Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1))),
    );
  }
}
