// Guards that another post follows the one on record, and is given to nobody who left before it would begin.
import { describe, expect, it } from "vitest";
import { anotherRow } from "./another-row";
import { columnOfKey } from "./column";

const post = columnOfKey("assignment.post");
if (post === null) throw new Error("No column of posts");
const held = { unit: "u", post: "old", from: "2016-04-04", main: true };
const from = (day: string, known: object) => anotherRow(post, { ...known }, { post: "new" }, day);

describe("another post", () => {
  it("ends the one that is held the day before", () => {
    expect(from("2021-10-01", held)).toMatchObject({
      kind: "row",
      fields: { post: "new", unit: "u", from: "2021-10-01" },
      ends: { to: "2021-09-30" },
    });
  });

  it.each(["2021-09-30", "2021-09", "2021"])("follows one that is known to end in %s", (to) => {
    expect(from("2021-10-01", { ...held, to })).toMatchObject({ kind: "row", ends: null });
  });

  it.each(["2021-09-29", "2021-08", "2020"])("is given to nobody who left in %s", (to) => {
    expect(from("2021-10-01", { ...held, to })).toEqual({ kind: "refused", reason: "leftBefore" });
  });
});
