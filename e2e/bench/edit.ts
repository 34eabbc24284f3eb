/** One edit until the table per commune is right again. */
import { OpenRoster } from "../../electron/services/open-roster";
import { statisticsByUnit } from "../../electron/services/statistics";
import { officialGridRows } from "../../electron/roster/read/officials";
import type { StatisticsTable } from "../../shared/contract/schemas/statistics";
import { median, msText, percentile, seeded, timed } from "./measure";
import { benchEnvironment, nationDay, nationRoster } from "./rosters";
import type { Bench, Section } from "./section";

const edits = 40;

export async function measureEdit(bench: Bench): Promise<Section> {
  const roster = await OpenRoster.open(await nationRoster(bench), benchEnvironment(bench));
  const index = await roster.index();
  await index.nameList;
  const pick = seeded(7);
  const total = (table: StatisticsTable) => JSON.stringify(table.total);
  const first = total(statisticsByUnit(index, nationDay, null));
  const whole: number[] = [];
  const table: number[] = [];
  for (let round = 0; round < edits; round++) {
    const pk = index.facts.people.pk[pick(index.facts.peopleCount)] ?? 0;
    const official = officialGridRows(roster.db, [pk])[0]?.id ?? "";
    const written = await timed(() =>
      roster.write({
        action: "edit",
        edits: [
          {
            kind: "create",
            entity: "qualification",
            id: roster.newId(),
            fields: { official, kind: "professional", level: "master", granted: "2025-06" },
          },
        ],
      }),
    );
    const counted = await timed(() => statisticsByUnit(index, nationDay, null));
    whole.push(written.ms + counted.ms);
    table.push(counted.ms);
    if (written.value.changeId === null) throw new Error("The edit changed nothing");
    roster.undo(written.value.changeId);
  }
  if (total(statisticsByUnit(index, nationDay, null)) !== first)
    throw new Error("Undoing left other figures");
  await roster.close();
  return {
    title: "One edit",
    figures: [
      {
        work: "one edit → table right again, 250,000 people",
        reach: "≤ 16 ms of work",
        measured: `${msText(median(whole))} (p95 ${msText(percentile(whole, 0.95))}), of it counting ${msText(median(table))}`,
        reached: median(whole) <= 16,
      },
    ],
    how: [
      `A diploma added to ${edits} people picked at random, one after the other, each undone afterwards: writing the change (signed into the log, committed and flushed to the disk), taking it into the index and counting all communes anew.`,
    ],
  };
}
