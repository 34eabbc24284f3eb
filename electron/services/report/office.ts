/** The office as its documents name it, from its own row and its unit. */
import type { ReportOffice } from "../../../shared/report/form";
import { foldMarks } from "../../../shared/text/fold";
import type { CatalogFacts, Unit } from "../../roster/read/index/catalog-facts";
import { officeRow } from "../../roster/read/office";
import type { OpenRoster } from "../open-roster";

export function officeOf(roster: OpenRoster, catalog: CatalogFacts): ReportOffice {
  const fields = officeRow(roster.db)?.fields ?? {};
  const unit = catalog.unitOfId(String(fields["unit"]));
  const name = textOrNull(fields["name"]) ?? "";
  return {
    superior: superiorOf(catalog, unit, name),
    name,
    place: unit?.name ?? "",
    preparedBy: textOrNull(fields["preparedBy"]),
    signerTitle: textOrNull(fields["signerTitle"]),
    signerName: textOrNull(fields["signerName"]),
  };
}

/** Above a People's Committee stands the next one; above an office of a unit (phòng, ban) that unit's own. */
function superiorOf(catalog: CatalogFacts, unit: Unit | null, officeName: string): string | null {
  if (unit === null) return null;
  const isCommittee = /^(ubnd|uy ban nhan dan)\b/.test(foldMarks(officeName));
  const above = !isCommittee
    ? unit
    : unit.parentPk === null
      ? null
      : (catalog.units[catalog.unitOfPk(unit.parentPk)] ?? null);
  return above === null ? null : `UBND ${above.fullName}`;
}

function textOrNull(value: unknown): string | null {
  return typeof value === "string" && value !== "" ? value : null;
}
