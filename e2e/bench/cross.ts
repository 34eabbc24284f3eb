/** Cross tables over 250,000 people that nobody asked for before, against GROUP BY of SQLite over the same codes. */
import { isDeepStrictEqual } from "node:util";
import Database from "better-sqlite3";
import { crossOf, type CrossQuestion, crossSource } from "../../electron/services/cross";
import { OpenRoster } from "../../electron/services/open-roster";
import type { RosterIndex } from "../../electron/roster/read/index/roster-index";
import { axisOf, type DimensionKey } from "../../shared/statistics/dimensions";
import { median, msText, ratioText, timed } from "./measure";
import { benchEnvironment, nationDay, nationRoster } from "./rosters";
import type { Bench, Section } from "./section";

const rounds = 9;
const base = { asOf: nationDay, measure: "people", filter: [], ageBands: [30, 40, 50, 60] } as const;
const questions: readonly CrossQuestion[] = [
  { ...base, rows: ["postGroup"], columns: ["sex", "ageBand"] },
  { ...base, rows: ["unit"], columns: ["level:professional"] },
  {
    ...base,
    rows: ["ethnicity", "sex"],
    columns: ["standard:professional"],
    filter: [{ dimension: "party", key: "member" }],
  },
  { ...base, rows: ["unit", "category"], columns: ["standard:all"] },
];

export async function measureCross(bench: Bench): Promise<Section> {
  const roster = await OpenRoster.open(await nationRoster(bench), benchEnvironment(bench));
  const index = await roster.index();
  const ours: number[] = [];
  const ratios: number[] = [];
  for (const question of questions) {
    // The day's snapshot belongs to the warm facts: every screen of that day has asked for it.
    crossOf(index, question);
    const flat = new FlatTable(index, question);
    const times: number[] = [];
    const theirs: number[] = [];
    for (let round = 0; round < rounds; round++) {
      const crossed = await timed(() => crossOf(index, question));
      const grouped = await timed(() => flat.count());
      times.push(crossed.ms);
      theirs.push(grouped.ms);
      const counted = crossed.value.rows.flatMap(({ keys }, row) =>
        crossed.value.columns.map((column, place) => {
          const count = crossed.value.cells[row]?.[place] ?? 0;
          return [[...keys, ...column.keys].join("\n"), count] as const;
        }),
      );
      const cells = new Map(counted.filter(([, count]) => count > 0));
      if (!isDeepStrictEqual(cells, flat.named(grouped.value))) throw new Error("SQLite counts differently");
    }
    flat.close();
    ours.push(median(times));
    ratios.push(median(theirs.map((ms, round) => ms / (times[round] ?? Number.NaN))));
  }
  await roster.close();
  const slowest = Math.max(...ours);
  const least = Math.min(...ratios);
  return {
    title: "Cross table",
    figures: [
      {
        work: "a new cross table, 250,000 people, facts warm",
        reach: "≤ 50 ms",
        measured: `${msText(slowest)} (the slowest of ${questions.length}; the others ${ours
          .filter((ms) => ms !== slowest)
          .map(msText)
          .join(", ")})`,
        reached: slowest <= 50,
      },
      {
        work: "the same by SQLite's GROUP BY",
        reach: "≥ 5 × slower",
        measured: `${ratioText(least)} (the least; ${ratios.map(ratioText).join(", ")})`,
        reached: least >= 5,
      },
    ],
    how: [
      `Tables asked for: ${questions.map(({ rows, columns, filter }) => `${rows.join(",")} × ${columns.join(",")}${filter.map(({ dimension, key }) => ` where ${dimension} = ${key}`).join("")}`).join("; ")}. Each ${rounds} times in turns with SQLite; medians.`,
      "SQLite counts a table in memory with one row a person, in which everybody's codes of these very dimensions are worked out beforehand as whole numbers: one statement with GROUP BY. Both are compared cell by cell, and a difference ends the benchmark.",
    ],
  };
}

/** One row a person with the codes of a question's dimensions. */
class FlatTable {
  readonly #db = new Database(":memory:");
  readonly #statement: Database.Statement;
  readonly #keysOf: readonly ((code: number) => string)[];

  constructor(index: RosterIndex, question: CrossQuestion) {
    const source = crossSource(index, question);
    const sides: DimensionKey[] = [...question.rows, ...question.columns];
    const all = [...sides, ...question.filter.map(({ dimension }) => dimension)];
    const axes = all.map((dimension) => axisOf(source, dimension));
    const columns = all.map((_, place) => `d${place}`);
    this.#db.exec(
      `CREATE TABLE person (${columns.map((name) => `${name} INTEGER NOT NULL`).join(", ")}) STRICT`,
    );
    const add = this.#db.prepare(`INSERT INTO person VALUES (${columns.map(() => "?").join(", ")})`);
    const { snapshot } = source;
    this.#db.transaction(() => {
      for (let person = 0; person < snapshot.count; person++) {
        if ((snapshot.columns.unit[person] ?? -1) < 0) continue;
        add.run(...axes.map(({ codes }) => codes[person] ?? -1));
      }
    })();
    this.#db.exec("ANALYZE");
    const shown = columns.slice(0, sides.length).join(", ");
    const where = question.filter.map(({ key }, nth) => {
      const axis = axes[sides.length + nth];
      const code = Array.from({ length: axis?.size ?? 0 }, (_, one) => one).find(
        (one) => axis?.keyOf(one) === key,
      );
      return `${columns[sides.length + nth] ?? ""} = ${code ?? -1}`;
    });
    const condition = where.length === 0 ? "" : `WHERE ${where.join(" AND ")}`;
    this.#statement = this.#db
      .prepare(`SELECT ${shown}, count(*) FROM person ${condition} GROUP BY ${shown}`)
      .raw();
    this.#keysOf = axes.slice(0, sides.length).map(({ keyOf }) => keyOf);
  }

  count(): readonly (readonly number[])[] {
    return this.#statement.all() as number[][];
  }

  /** Counts by the keys of both sides. */
  named(rows: readonly (readonly number[])[]): Map<string, number> {
    return new Map(
      rows.map((row) => [
        this.#keysOf.map((keyOf, place) => keyOf(row[place] ?? -1)).join("\n"),
        row.at(-1) ?? 0,
      ]),
    );
  }

  close(): void {
    this.#db.close();
  }
}
