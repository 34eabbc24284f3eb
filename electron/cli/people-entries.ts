/** People with their findings, read and judged one by one as they are printed. */
import { officialIds, officialRecord } from "../roster/read/officials";
import type { Officials } from "../services/officials";
import type { OpenRoster } from "../services/open-roster";
import type { RosterIndex } from "../roster/read/index/roster-index";
import type { PostCategory } from "../../shared/domain/values";
import type { FindingData } from "../../shared/contract/schemas/common";
import type { PersonDocument, PersonEntry } from "./people-table";

/** People whose ids are read in one go. */
const slice = 500;

/** @param people indices in the order wanted @param asked ISO day, and the kinds of post that count */
export function* peopleEntries(
  roster: OpenRoster,
  officials: Officials,
  index: RosterIndex,
  people: Int32Array,
  { on, kinds }: { readonly on: string; readonly kinds: readonly PostCategory[] },
): Generator<PersonEntry> {
  for (let start = 0; start < people.length; start += slice) {
    const pks = Array.from(
      people.subarray(start, start + slice),
      (person) => index.facts.people.pk[person] ?? 0,
    );
    const ids = officialIds(roster.db, pks);
    for (const pk of pks) {
      const record = officialRecord(roster.db, ids.get(pk) ?? "");
      if (record === null) throw new Error("A person of the index is not in the roster");
      const { serving, mainDoubt, data } = officials.judge(index, record, on, kinds);
      const unit = serving === null ? null : index.catalog.unitOfId(serving.unitId);
      const post = serving === null ? null : index.catalog.postOfId(serving.postId);
      yield {
        unitName: unit?.fullName ?? null,
        document: {
          id: record.id,
          name: String(record.fields["fullName"]),
          birth: textOrNull(record.fields["birth"]),
          unitId: unit?.id ?? null,
          unitCode: unit?.code ?? null,
          post: post?.name ?? null,
          mainDoubt,
          findings: data.map(withoutEvidence),
        },
      };
    }
  }
}

function withoutEvidence({
  evidence,
  keptTexts,
  ...finding
}: FindingData): PersonDocument["findings"][number] {
  void evidence;
  void keptTexts;
  return finding;
}

function textOrNull(value: unknown): string | null {
  return typeof value === "string" && value !== "" ? value : null;
}
