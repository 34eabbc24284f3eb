/** Ways into and out of a post that its kind knows, while the row of an assignment is typed. */
import { beginningsFor, endingsFor } from "../../../shared/career/acts";
import { postOfRow } from "../../../shared/career/record";
import { dateOf } from "../../../shared/domain/validate/fields";
import { earliestDay, isoToPacked } from "../../../shared/domain/partial-date";
import { today } from "../../app/session/today";
import type { RecordRow } from "../../records/record-draft";
import type { OfferedOf } from "../../records/rows/row-slots";
import type { RecordState } from "../../records/use-record-draft";

type PostOf = RecordState["references"]["postOf"];

export function actsOffered(postOf: PostOf): OfferedOf {
  return (row, field) => {
    if (field !== "kind" && field !== "endReason") return null;
    const post = postOfRow(row.fields, postOf);
    if (post === null) return null;
    return field === "kind" ? beginningsFor(post, dayOf(row, "from")) : endingsFor(post, dayOf(row, "to"));
  };
}

function dayOf(row: RecordRow, field: string) {
  const day = dateOf(row.fields, field);
  return day === null ? isoToPacked(today()) : earliestDay(day);
}
