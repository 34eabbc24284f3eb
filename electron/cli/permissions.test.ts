/** Both doors, the window's gate and the command line, ask the one place whether a caller may, before anything is done. */
import { afterAll, describe, expect, it, vi } from "vitest";
import { type CallName, contract } from "../../shared/contract/contract";
import type { Need } from "../../shared/contract/call";
import { answer, type Handlers } from "../ipc/answer";
import type { Caller, Policy } from "../services/permissions";
import { cliPlace, hashOf } from "../testing/command-line";
import { commands } from "./commands/commands";

const caller: Caller = { user: "Thực tập", role: "trainee", device: "may-2" };
const asked: [Caller, Need][] = [];
/** May look, and nothing else. */
const onlyLooking: Policy = (who, need) => {
  asked.push([who, need]);
  return need === "read";
};
const permissions = { caller: () => caller, policy: onlyLooking };

describe("the window's gate", () => {
  it.each(Object.keys(contract) as CallName[])(
    "asks for %s what the contract says that it needs",
    async (name) => {
      const handler = vi.fn(() => Promise.reject(new Error("asked")));
      const handlers = { [name]: handler } as unknown as Handlers;
      asked.length = 0;
      const options = { permissions, reportBug: () => "B", checkResults: false };
      const answered = await answer(name, handlers, {}, options);
      const { needs } = contract[name];
      expect(asked).toEqual(needs === "nothing" ? [] : [[caller, needs]]);
      const refused = { ok: false, error: { code: "not-allowed", params: { need: needs } } };
      if (needs === "nothing" || needs === "read") {
        expect(answered).not.toEqual(refused);
      } else {
        expect(answered).toEqual(refused);
        expect(handler).not.toHaveBeenCalled();
      }
    },
  );
});

describe("the command line", () => {
  const place = cliPlace(permissions);
  afterAll(() => place.remove());

  it("does what is allowed, and refuses the rest with a sentence, leaving the roster as it was", async () => {
    const roster = await place.thanhBa();
    const before = hashOf(roster);
    expect((await place.run("stats", roster)).code).toBe(0);
    expect(await place.run("undo", roster, "1")).toEqual({
      code: 1,
      stdout: "",
      stderr: "Bạn chưa được phân quyền để sửa sổ này; sổ được giữ nguyên, hãy nhờ người phụ trách sổ.\n",
    });
    const json = await place.run("sync", "keys", roster, "--renew", "--json");
    expect(JSON.parse(json.stderr)).toMatchObject({
      error: { code: "not-allowed", params: { need: "administer" } },
    });
    expect((await place.run("sync", "keys", roster)).code).toBe(0);
    expect(hashOf(roster)).toBe(before);
  });

  it("asks for every command that touches a roster", () => {
    const free = commands.filter(({ needs }) => needs === "nothing").map(({ name }) => name);
    expect(free).toEqual(["init", "sample", "describe", "template", "convert-text"]);
  });
});
