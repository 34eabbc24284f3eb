/** Previews of many people are given up when the next is asked for, and a change waits for what was asked before it. */
import { expect, it } from "vitest";
import { officialFilterSchema } from "../../shared/contract/schemas/officials";
import { cliPlace } from "../testing/command-line";
import { windowCalls } from "../testing/window-calls";

const filter = officialFilterSchema.parse({ moment: { on: "2021-10-01" } });
const many = (value: string) => ({
  filter,
  order: { sorts: [], group: null },
  ranges: null,
  columns: ["official.hometown"],
  value,
});

it("answers the last of several previews alone, and the change that comes after it", async () => {
  const place = cliPlace();
  const { ask, send, close } = windowCalls(place.environment, place.folder);
  await ask("rosterOpen", { path: await place.thanhBa() });
  const given = ["Xã A", "Xã An", "Xã An Lạc"].map((value) => send("manyPreview", many(value)));
  const saved = send("manySave", many("Xã Thử"));
  const answers = await Promise.all([...given, saved]);
  expect(answers.map((one) => ("error" in one ? one.error.code : "answered"))).toEqual([
    "cancelled",
    "cancelled",
    "cancelled",
    "answered",
  ]);
  expect(await ask("manyPreview", many("Xã Thử"))).toMatchObject({ changed: 0, refused: 0 });
  await close();
});

it("stops a change of many where somebody asks for it, and writes nothing", async () => {
  const place = cliPlace();
  let stop = () => Promise.resolve();
  const { ask, send, close } = windowCalls({ ...place.environment, pause: () => stop() }, place.folder);
  await ask("rosterOpen", { path: await place.thanhBa() });
  // In its first pause, as from a window that is served then.
  stop = async () => void (await ask("workCancel", {}));
  expect(await send("manySave", many("Xã Thử"))).toMatchObject({ error: { code: "cancelled" } });
  stop = () => Promise.resolve();
  expect(await ask("manyPreview", { ...many("Xã Thử"), ranges: [[0, 20]] })).toMatchObject({ same: 0 });
  await close();
});
