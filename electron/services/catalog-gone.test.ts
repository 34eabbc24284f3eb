/** A unit or post whose entry was taken back is offered and found no more, while the roster stays open. */
import { afterEach, expect, it } from "vitest";
import { testPlace } from "../testing/sample-roster";
import { type WindowCalls, windowCalls } from "../testing/window-calls";

const open: WindowCalls[] = [];
afterEach(async () => {
  for (const calls of open.splice(0)) await calls.close();
});

it("forgets what was taken back, and knows it again once that is undone", async () => {
  const place = testPlace();
  const calls = windowCalls(place.environment, place.folder);
  open.push(calls);
  const { ask, workspace } = calls;
  const [unit] = await ask("shippedUnitsSearch", { query: "08173", on: "2026-01-01", limit: 5 });
  await ask("rosterCreate", { path: `${place.folder}/so.scb`, unitId: unit?.id ?? "" });
  const { roster } = workspace;
  const [unitId, postId] = [roster.newId(), roster.newId()];
  const { changeId } = roster.write({
    action: "edit",
    edits: [
      {
        kind: "create",
        entity: "unit",
        id: unitId,
        fields: { code: "99999", name: "Xã Nhầm", type: "xa", level: "commune" },
      },
      {
        kind: "create",
        entity: "post",
        id: postId,
        fields: { key: "nham", name: "Chức danh nhầm", group: "otherPost", category: "congChuc", order: 990 },
      },
    ],
  });
  const known = async () => {
    const posts = await ask("postsList", { knownOn: null });
    const units = roster.catalog().unitsByName;
    return [posts.some(({ id }) => id === postId), units.some(({ id }) => id === unitId)];
  };
  expect(await known()).toEqual([true, true]);
  const undone = await ask("changeUndo", { id: changeId ?? 0, on: "2026-01-01" });
  expect(await known()).toEqual([false, false]);
  expect([roster.catalog().postOfId(postId), roster.catalog().unitOfId(unitId)]).toEqual([null, null]);
  await ask("changeUndo", { id: undone.changeId, on: "2026-01-01" });
  expect(await known()).toEqual([true, true]);
});
