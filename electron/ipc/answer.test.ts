import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { appError } from "../../shared/contract/errors";
import { everybody } from "../services/permissions";
import { answer } from "./answer";

const anybody = { caller: () => ({ user: "a", role: null, device: "b" }), policy: everybody };
const options = () => ({ permissions: anybody, reportBug: vi.fn(() => "REF"), checkResults: true });
const id = "018f0000-0000-7000-8000-000000000001";

describe("answer", () => {
  it("refuses arguments that are not of the call's form, without asking the handler or repeating what was sent", async () => {
    const handler = vi.fn(() => null);
    const answered = await answer(
      "recentForget",
      { recentForget: handler },
      { path: 5, secret: "x" },
      options(),
    );
    expect(handler).not.toHaveBeenCalled();
    expect(answered).toEqual({
      ok: false,
      error: { code: "bad-request", params: { detail: "recentForget.path" } },
    });
  });

  it("hands over parsed arguments with their defaults", async () => {
    const handler = vi.fn(() => Promise.reject(appError("roster-missing", { path: "a" })));
    await answer("rosterOpen", { rosterOpen: handler }, { path: "a", extra: 1 }, options());
    expect(handler).toHaveBeenCalledWith({ path: "a", readOnly: false, takeOver: false });
  });

  it("turns an expected failure into data", async () => {
    const handler = () => {
      throw appError("disk-full", { path: "/a" });
    };
    expect(await answer("recentForget", { recentForget: handler }, { path: "a" }, options())).toEqual({
      ok: false,
      error: { code: "disk-full", params: { path: "/a" } },
    });
  });

  it("records a bug and tells its reference only", async () => {
    const { reportBug, checkResults } = options();
    const handler = () => {
      throw new Error("Nguyễn Văn A");
    };
    const answered = await answer(
      "recentForget",
      { recentForget: handler },
      { path: "a" },
      { permissions: anybody, reportBug, checkResults },
    );
    expect(answered).toEqual({ ok: false, error: { code: "internal", params: { reference: "REF" } } });
    expect(reportBug).toHaveBeenCalledOnce();
  });

  it("treats a result that breaks the contract as a bug while checking", async () => {
    const handler = () => ({ changeId: "one" }) as unknown as { changeId: number; proposed: null };
    const answered = await answer(
      "officialRemove",
      { officialRemove: handler },
      { id, reason: "x" },
      options(),
    );
    expect(answered).toMatchObject({ ok: false, error: { code: "internal" } });
  });
});

describe("a file that another program holds", () => {
  const inUse = () => appError("file-in-use", { path: "/home/keys/office.pem" });
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  it("is waited for without the window noticing", async () => {
    let tries = 0;
    const handler = () => {
      if (++tries < 4) throw inUse();
      return null;
    };
    const answered = answer("recentForget", { recentForget: handler }, { path: "a" }, options());
    await vi.runAllTimersAsync();
    expect(await answered).toEqual({ ok: true, value: null });
    expect(tries).toBe(4);
  });

  it("is told after some seconds", async () => {
    const handler = vi.fn(() => {
      throw inUse();
    });
    const answered = answer("recentForget", { recentForget: handler }, { path: "a" }, options());
    await vi.runAllTimersAsync();
    expect(await answered).toMatchObject({ ok: false, error: { code: "file-in-use" } });
    expect(handler.mock.calls.length).toBeGreaterThan(3);
  });

  it("is told at once by work that may have changed something before", async () => {
    const handler = vi.fn(() => Promise.reject(inUse()));
    const answered = await answer("rosterOpen", { rosterOpen: handler }, { path: "a" }, options());
    expect(answered).toMatchObject({ ok: false, error: { code: "file-in-use" } });
    expect(handler).toHaveBeenCalledOnce();
  });
});
