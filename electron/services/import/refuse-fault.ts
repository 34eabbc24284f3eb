/** Says why a table cannot be imported as it stands. */
import { columnOfKey } from "../../../shared/columns/column";
import { columnLabel } from "../../../shared/columns/label";
import { appError } from "../../../shared/contract/errors";
import type { Translate } from "../../../shared/i18n";
import { columnLetters, keysOf } from "../../../shared/import/column-role";
import type { SheetLayout } from "../../../shared/import/layout";

/** @throws AppError import-headings, import-merged, import-twice */
export function refuseFault(sheet: string, { fault }: SheetLayout, t: Translate): void {
  if (fault === null) return;
  switch (fault.kind) {
    case "headings":
      throw appError("import-headings", { sheet, first: fault.first, second: fault.second });
    case "merged": {
      const letters = columnLetters(fault.column);
      const range = `${letters}${fault.firstRow}:${letters}${fault.lastRow}`;
      throw appError("import-merged", { sheet, range });
    }
    case "twice": {
      const [key = ""] = keysOf(fault.role);
      const column = columnOfKey(key);
      const [first, second] = fault.columns;
      throw appError("import-twice", {
        sheet,
        first: columnLetters(first),
        second: columnLetters(second),
        label: column === null ? t("import:role.person") : columnLabel(t, column),
      });
    }
  }
}
