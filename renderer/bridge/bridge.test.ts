import { describe, expect, it } from "vitest";
import { fakeApi, refuse } from "../testing/fake-api";
import { BridgeError, call, errorDataOf } from "./bridge";

function put(fake: ReturnType<typeof fakeApi>): void {
  Object.defineProperty(window, "api", { value: fake.api, configurable: true });
}

describe("bridge", () => {
  it("gives the result of an answer", async () => {
    put(fakeApi({ dialogPickFolder: () => "/media/usb" }));
    expect(await call("dialogPickFolder", {})).toBe("/media/usb");
  });

  it("throws a refusal with its code and parameters", async () => {
    put(
      fakeApi({
        rosterOpen: () => {
          throw refuse({ code: "roster-damaged", params: { path: "a.scb" } });
        },
      }),
    );
    const failure = await call("rosterOpen", { path: "a.scb" }).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(BridgeError);
    expect(errorDataOf(failure)).toEqual({ code: "roster-damaged", params: { path: "a.scb" } });
  });

  it("turns an answer that never came into an internal failure", async () => {
    put(
      fakeApi({
        sessionGet: () => {
          throw new Error("pipe closed");
        },
      }),
    );
    await expect(call("sessionGet", {})).rejects.toMatchObject({ code: "internal" });
  });
});
