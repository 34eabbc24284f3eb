// A copy of yesterday in the roster's place: every command that looks says so beside its answer, not only those that write.
import { copyFileSync } from "node:fs";
import { afterAll, expect, it } from "vitest";
import { cliPlace } from "../../testing/command-line";

const place = cliPlace();
afterAll(() => place.remove());

it("is told of beside figures, lists and logs, and no more once somebody goes on with it", async () => {
  const roster = place.path("so.scb");
  const older = place.path("hom-qua.scb");
  await place.json("init", roster, "--unit", "08173", "--on", "2021-10-01");
  copyFileSync(roster, older);
  await place.json("add", roster, "official", "fullName=Nguyễn Văn Giả");
  const newer = await place.run("stats", roster);
  expect(newer.stderr).toBe("");
  copyFileSync(older, roster);
  for (const words of [["stats"], ["people"], ["log"]]) {
    const { code, stderr } = await place.run(...words, roster);
    expect(code).toBe(0);
    expect(stderr).toContain("thiếu 1 thay đổi đã lưu trên máy này");
  }
  await place.run("verify", roster, "--go-on");
  const after = await place.run("stats", roster);
  expect(after).toMatchObject({ code: 0, stderr: "" });
});
