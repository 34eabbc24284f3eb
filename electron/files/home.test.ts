import { describe, expect, it } from "vitest";
import { homeFolder } from "./home";

const userHome = "/home/hoa";

describe("home folder", () => {
  it("is where each system keeps a program's own data", () => {
    expect(homeFolder({ env: {}, platform: "linux", userHome })).toBe("/home/hoa/.config/so-can-bo");
    expect(homeFolder({ env: { XDG_CONFIG_HOME: "/x" }, platform: "linux", userHome })).toBe("/x/so-can-bo");
    expect(homeFolder({ env: {}, platform: "darwin", userHome })).toBe(
      "/home/hoa/Library/Application Support/so-can-bo",
    );
    const appData = "C:\\Users\\Hoa\\AppData\\Roaming";
    expect(homeFolder({ env: { APPDATA: appData }, platform: "win32", userHome: "C:\\Users\\Hoa" })).toBe(
      `${appData}\\so-can-bo`,
    );
    expect(homeFolder({ env: {}, platform: "win32", userHome: "C:\\Users\\Hoa" })).toBe(
      `${appData}\\so-can-bo`,
    );
  });

  it("is another one where the environment says so; an empty word says nothing", () => {
    expect(homeFolder({ env: { SO_CAN_BO_HOME: "/a/../b" }, platform: "linux", userHome })).toBe("/b");
    expect(homeFolder({ env: { SO_CAN_BO_HOME: "" }, platform: "linux", userHome })).toBe(
      "/home/hoa/.config/so-can-bo",
    );
  });
});
