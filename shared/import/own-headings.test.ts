/** Each column's own heading is understood as that column, so that what was exported comes in again. */
import { describe, expect, it } from "vitest";
import { isWritten, numbered, personColumns } from "../columns/column";
import { columnLabel } from "../columns/label";
import { createTranslate, languages } from "../i18n";
import { roleText } from "./column-role";
import { HeadingBook } from "./heading-book";

const book = new HeadingBook();

describe.each(languages)("headings of columns in %s", (language) => {
  const t = createTranslate(language);

  it("mean their own column and no other", () => {
    const wrong = personColumns.filter(isWritten).flatMap((column) => {
      const isRow = column.pick.kind === "each";
      const headings = isRow
        ? ([column, numbered(column, 1), numbered(column, 12)] as const)
        : ([column] as const);
      return headings.flatMap((one) => {
        const own = isRow && one === column ? numbered(column, 1).key : one.key;
        const meant = book
          .sensesOf(columnLabel(t, one))
          .flatMap((sense) => (sense.kind === "role" ? [roleText(sense.role)] : []));
        return meant.length === 1 && meant[0] === own ? [] : [[own, columnLabel(t, one), ...meant]];
      });
    });
    expect(wrong).toEqual([]);
  });
});
