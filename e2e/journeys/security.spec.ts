/** The window shows people's data, so nothing in it may reach further than the contract says. */
import { callNames } from "../../shared/contract/calls";
import { expect, test } from "../fixtures";
import { screensOf } from "../pages/screens";

interface Refusal {
  readonly ok: boolean;
  readonly error?: { readonly code: string };
}

/** Strict by design: these would be allowed if only the policy were missing. */
const elsewhere = "https://example.invalid/";

test("the page has the calls of the contract and nothing of Node or Electron", async ({ program }) => {
  const { page, statistics } = screensOf(program.page);
  await expect(statistics.heading).toBeVisible();
  const api = await page.evaluate(() => Object.keys(Reflect.get(window, "api") as object));
  // Beside the calls: events, and the path of a file that somebody dropped.
  expect(api.sort()).toEqual([...callNames, "on", "pathOf"].sort());
  const globals = [
    "require",
    "process",
    "module",
    "Buffer",
    "global",
    "electron",
    "ipcRenderer",
    "__dirname",
  ];
  expect(await page.evaluate((names) => names.filter((name) => name in globalThis), globals)).toEqual([]);
  const settings = await program.app.evaluate(({ BrowserWindow }) => {
    const { webContents } = BrowserWindow.getAllWindows()[0] ?? {};
    const preferences = (
      webContents as unknown as { getLastWebPreferences(): Record<string, unknown> } | undefined
    )?.getLastWebPreferences();
    return {
      sandbox: preferences?.["sandbox"],
      contextIsolation: preferences?.["contextIsolation"],
      nodeIntegration: preferences?.["nodeIntegration"],
      webSecurity: preferences?.["webSecurity"],
    };
  });
  expect(settings).toEqual({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webSecurity: true,
  });
});

test("the content policy stops inline scripts, code made of text and everything from elsewhere", async ({
  program,
}) => {
  const { page, statistics } = screensOf(program.page);
  await expect(statistics.heading).toBeVisible();
  const policy = await page.evaluate(
    async () => (await fetch(window.location.href)).headers.get("content-security-policy") ?? "",
  );
  const rules = new Map(policy.split(";").map((rule) => [rule.trim().split(" ")[0], rule.trim()]));
  expect(rules.get("default-src")).toBe("default-src 'none'");
  expect(rules.get("script-src")).toBe("script-src 'self'");

  const made = await page.evaluate(async (address) => {
    const violations: string[] = [];
    Object.assign(window, { violations });
    document.addEventListener("securitypolicyviolation", (event) =>
      violations.push(event.effectiveDirective),
    );
    const inline = document.createElement("script");
    inline.textContent = "window.inlineRan = true";
    const remote = document.createElement("script");
    remote.src = `${address}x.js`;
    const handler = document.createElement("div");
    handler.setAttribute("onclick", "window.handlerRan = true");
    document.body.append(inline, remote, handler);
    handler.click();
    await fetch(address).catch(() => undefined);
    // In a task of its own: what the test itself runs is exempt from the rule.
    return new Promise<string>((told) => {
      setTimeout(() => {
        try {
          told(String((Reflect.construct(Function, ["return 1"]) as () => number)()));
        } catch (error) {
          told(error instanceof EvalError ? "refused" : String(error));
        }
      }, 0);
    });
  }, elsewhere);
  expect(made).toBe("refused");
  const stopped = () =>
    page.evaluate(() => [...new Set(Reflect.get(window, "violations") as string[])].sort());
  await expect.poll(stopped).toEqual(["connect-src", "script-src", "script-src-attr", "script-src-elem"]);
  const ran = ["inlineRan", "handlerRan"];
  expect(await page.evaluate((names) => names.filter((name) => name in window), ran)).toEqual([]);
  program.complaints.length = 0;
});

test("the window leads nowhere else: no navigation, no new window, no permission", async ({ program }) => {
  const { page, statistics } = screensOf(program.page);
  await expect(statistics.heading).toBeVisible();
  const asked = await page.evaluate(async () => ({
    notification: await Notification.requestPermission(),
    position: await new Promise<number>((told) =>
      navigator.geolocation.getCurrentPosition(
        () => told(0),
        (error) => told(error.code),
      ),
    ),
    camera: await navigator.mediaDevices.getUserMedia({ video: true }).then(
      () => "given",
      (error: unknown) => (error instanceof DOMException ? error.name : String(error)),
    ),
    clipboard: (await navigator.permissions.query({ name: "clipboard-read" as PermissionName })).state,
  }));
  const permissionDenied = 1;
  expect(asked).toMatchObject({ notification: "denied", position: permissionDenied, clipboard: "denied" });
  expect(["NotAllowedError", "NotFoundError"]).toContain(asked.camera);

  for (const address of [
    elsewhere,
    "file:///etc/hostname",
    "data:text/html,x",
    "app://elsewhere/index.html",
  ]) {
    const opened = await page.evaluate((to) => {
      const link = document.createElement("a");
      link.href = to;
      document.body.append(link);
      link.click();
      link.remove();
      return window.open(to) !== null;
    }, address);
    expect(opened, address).toBe(false);
  }
  // The test's own tool waits for the navigations that never come, so the page is asked directly.
  const now = await page.evaluate(() => [window.location.origin, document.querySelector("h1")?.textContent]);
  expect(now).toEqual(["app://so-can-bo", expect.stringContaining("Bảng tiêu chuẩn theo đơn vị")]);
  const windows = await program.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map(({ webContents }) => webContents.getURL().split("#")[0]),
  );
  expect(windows).toEqual(["app://so-can-bo/index.html"]);
  program.complaints.length = 0;
});

test("a call that does not fit the contract is refused as such, and names no more than the place", async ({
  program,
}) => {
  const { page, statistics } = screensOf(program.page);
  await expect(statistics.heading).toBeVisible();
  const calls: readonly [string, unknown][] = [
    ["officialGet", { id: "1 OR 1=1", moment: { on: "2021-10-01" } }],
    ["officialGet", undefined],
    ["statisticsByUnit", { moment: { on: "2021-02-30" }, unitId: null }],
    ["officialsPage", { filter: { moment: { on: "2021-10-01" } }, sort: {}, offset: -1, limit: 1_000_000 }],
    ["rosterOpen", { path: ["/etc/passwd"] }],
    ["fileReveal", { path: "/etc/passwd" }],
  ];
  for (const [name, args] of calls) {
    const answer = await page.evaluate(
      async ([call, given]) => (await Reflect.get(window, "api")[call](given)) as Refusal,
      [name, args] as const,
    );
    expect(answer, name).toMatchObject({ ok: false, error: { code: "bad-request" } });
    expect(JSON.stringify(answer)).not.toMatch(/stack|\.ts|\.js|etc/u);
  }
  const listened = await page.evaluate(() => {
    try {
      Reflect.get(window, "api").on("anything", () => undefined);
      return "listening";
    } catch (error) {
      return String(error);
    }
  });
  expect(listened).toContain("Unknown event");
});

test("what people typed is text everywhere it is shown", async ({ program }) => {
  const { page, shell, officials, person, changes } = screensOf(program.page);
  const name = '<Img Src=x Onerror="typedran=1">';
  await shell.goTo("officials");
  await officials.findAndOpen("pham dang an", "Phạm Đăng An");
  await person.type("Họ và tên", name);
  await person.save();
  await person.expectOpen(name);
  await shell.goTo("changes");
  await expect(changes.item(0)).toContainText(name);
  await shell.goTo("officials");
  await officials.search.fill("src=x");
  await expect(officials.row(name)).toHaveCount(1);
  expect(await page.evaluate(() => "typedran" in window)).toBe(false);
});
