import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { shippedViewNames } from "../../../shared/columns/shipped-views";
import { listScopes, viewFilterSchema, viewGroups } from "../../../shared/contract/schemas/views";
import { noteMarks, postCategories, standardsAndAll } from "../../../shared/domain/values";
import { statuses } from "../../../shared/standards/types";
import { emptyListState, filterOf, type ListState, readListState, writeListState } from "./list-state";

const id = fc.option(fc.uuid(), { nil: null });
const key = fc.constantFrom("official.birth", "relative.fullName#2", "computed.status.all");
const columnFilter = fc
  .record({
    key,
    values: fc.option(
      fc.array(fc.string({ unit: "grapheme", maxLength: 9 }), { minLength: 1, maxLength: 3 }),
    ),
    except: fc.boolean(),
    periods: fc.option(fc.subarray(["", "1980", "1981-05", "1981-"], { minLength: 1 })),
    from: fc.option(fc.constantFrom("1980", "12")),
  })
  .map((one) => viewFilterSchema.parse(one));
const state: fc.Arbitrary<ListState> = fc.record({
  search: fc.string({ unit: "grapheme", maxLength: 40 }).map((text) => text.normalize("NFC")),
  unitId: id,
  unitOnly: fc.boolean(),
  postId: id,
  standard: fc.constantFrom(...standardsAndAll, null),
  statuses: fc.option(fc.subarray([...statuses], { minLength: 1 })),
  complement: fc.boolean(),
  mark: fc.constantFrom(...noteMarks, null),
  kinds: fc.option(fc.subarray([...postCategories], { minLength: 1 }), { nil: null }),
  serving: fc.constantFrom(...listScopes),
  sorts: fc.uniqueArray(fc.record({ key, descending: fc.boolean() }), {
    maxLength: 3,
    selector: (one) => one.key,
  }),
  where: fc.uniqueArray(columnFilter, { maxLength: 3, selector: (one) => one.key }),
  group: fc.constantFrom(...viewGroups, null),
  view: fc.oneof(id, fc.constantFrom(...shippedViewNames)),
});

describe("list state in the address", () => {
  it("comes back as it was written", () => {
    fc.assert(
      fc.property(state, (given) => {
        expect(readListState(writeListState(given))).toEqual(given);
      }),
    );
  });

  it("leaves out what is not filtered", () => {
    expect(writeListState(emptyListState)).toBe("");
  });

  it("reads what it does not know as not filtered", () => {
    expect(
      readListState("unit=1%20OR%201&status=good&sort=sal%20ary&where=%5B%7B&group=sex&view=x&standard=x"),
    ).toEqual(emptyListState);
  });

  it("becomes the contract's filter for a moment", () => {
    const filter = filterOf(
      { ...emptyListState, standard: "all", statuses: ["met", "grace"] },
      { on: "2021-10-01" },
    );
    expect(filter).toEqual({
      moment: { on: "2021-10-01" },
      search: "",
      unitId: null,
      unitOnly: false,
      postId: null,
      standard: "all",
      statuses: ["met", "grace"],
      complement: false,
      mark: null,
      kinds: null,
      serving: "current",
    });
  });
});
