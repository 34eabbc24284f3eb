/** Folders with letters that mean something in addresses and shells: printing, reports and rosters must not mind. */
import { mkdirSync, readdirSync, watch } from "node:fs";
import { join } from "node:path";
import { host } from "../../electron/files/host-system";
import { expect, test } from "../fixtures";
import { screensOf } from "../pages/screens";
import { readCommandLine, runProgram } from "../support/command-line";
import { packagedProgram, sandbox, startProgram } from "../support/program";
import { readPdf } from "../support/report-files";

/** Each of these letters has broken an address or a command somewhere; Windows takes most of them in a name. */
const odd = ["Hòa~1 #2 100%", "a%20b^c&d='e'", ...(host.paths === "posix" ? ["a|b?c"] : [])];

for (const name of odd) {
  test(`a PDF is printed with the temporary folder ${name}, and nothing of it lies there`, async ({
    place,
    sample,
  }) => {
    const executable = packagedProgram();
    const temporary = place.path(name);
    mkdirSync(temporary);
    const seen = new Set<string>();
    const watching = watch(temporary, { recursive: true }, (_event, file) => void seen.add(String(file)));
    const out = place.path(`${name} báo cáo`);
    mkdirSync(out);
    const environment = { TMPDIR: temporary, TEMP: temporary, TMP: temporary };
    const words = ["report", sample, "--form", "standards-by-commune", "--format", "pdf", "--out", out];
    const printed = await runProgram(place, executable, [...sandbox, "--cli", ...words], environment);
    expect(printed.code, printed.stderr).toBe(0);
    watching.close();
    const [file = ""] = readdirSync(out);
    expect(await readPdf(join(out, file))).toContain("BẢNG TỔNG HỢP");
    expect([...seen].filter((each) => /html|pdf|report/i.test(each))).toEqual([]);
  });
}

test("the window prints, and opens a roster, in a folder with such letters", async ({ place }) => {
  const folder = place.path("Xã 100% #1 ^~ Hòa");
  mkdirSync(folder);
  const roster = join(folder, "sổ #1 100%.scb");
  await readCommandLine(place, "sample", roster);
  const program = await startProgram(place, {
    roster,
    environment: { TMPDIR: folder, TEMP: folder, TMP: folder },
  });
  const { statistics, shell, report } = screensOf(program.page);
  await expect(statistics.totalRow).toContainText("478");
  await shell.openReport();
  await report.chooseFormats("PDF (.pdf)");
  await report.pickFolder(program, folder);
  await report.write();
  await expect(report.done).toBeVisible();
  const pdf = readdirSync(folder).find((each) => each.endsWith(".pdf")) ?? "";
  expect(await readPdf(join(folder, pdf))).toContain("BẢNG TỔNG HỢP");
  expect(program.complaints).toEqual([]);
  await program.close();
});
