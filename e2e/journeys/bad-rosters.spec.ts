/** Files that are no roster, or none that this program can open: one sentence, the file untouched, work goes on. */
import { copyFileSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename } from "node:path";
import { expect, test } from "../fixtures";
import { screensOf } from "../pages/screens";
import { runCommandLine } from "../support/command-line";
import { sha256Of } from "../support/hash";
import { answerDialogs, startProgram } from "../support/program";

/** Offsets in the header of a database, https://www.sqlite.org/fileformat.html §1.3 */
const userVersionAt = 60;

interface Spoilt {
  readonly name: string;
  readonly spoil: (whole: Buffer) => Buffer;
  readonly sentence: RegExp;
}

const damaged =
  /có chỗ bị hỏng nên không dùng tiếp được và không ghi thêm; tệp được giữ nguyên, hãy khôi phục sang tệp mới, hoặc mở bản sao gần nhất/u;

/** There the way out is a command, and not a button. */
const damagedForCommands =
  /bị hỏng nên chưa mở; tệp được giữ nguyên, hãy khôi phục sang tệp mới bằng lệnh recover .*hoặc dùng bản sao gần nhất/u;

const spoilt: readonly Spoilt[] = [
  {
    name: "cut off",
    spoil: (whole) => whole.subarray(0, Math.floor(whole.length / 2)),
    sentence: damaged,
  },
  {
    name: "empty",
    spoil: () => Buffer.alloc(0),
    sentence: damaged,
  },
  {
    name: "overwritten in the middle",
    spoil: (whole) => {
      const bytes = Buffer.from(whole);
      bytes.fill(0xa5, 4096, Math.floor(bytes.length * 0.9));
      return bytes;
    },
    sentence: damaged,
  },
  {
    name: "of another program",
    spoil: () => Buffer.from("PK\u0003\u0004 a workbook somebody renamed ".repeat(200)),
    sentence: /không phải sổ cán bộ \(\.scb\); tệp được giữ nguyên, hãy chọn đúng tệp sổ\./u,
  },
  {
    name: "of a newer program",
    spoil: (whole) => {
      const bytes = Buffer.from(whole);
      bytes.writeUInt32BE(9999, userVersionAt);
      return bytes;
    },
    sentence: /do phiên bản mới hơn của chương trình tạo ra; sổ được giữ nguyên, hãy cập nhật chương trình/u,
  },
];

test("a file that is no whole roster is told in words and left alone, and the next one opens", async ({
  place,
  sample,
}) => {
  const program = await startProgram(place);
  const { shell, welcome, statistics } = screensOf(program.page);
  for (const { name, spoil, sentence } of spoilt)
    await test.step(name, async () => {
      const path = place.path(`${name}.scb`);
      writeFileSync(path, spoil(readFileSync(sample)));
      const hash = sha256Of(path);
      const files = readdirSync(place.folder).sort();

      await answerDialogs(program, { open: path });
      await welcome.openButton.click();
      if (sentence === damaged) {
        // What can be done is offered first; whoever does neither keeps the sentence.
        const offer = program.page.getByRole("dialog", { name: "Sổ bị hỏng hoặc bị sửa từ bên ngoài" });
        await expect(offer).toContainText(sentence);
        await program.page.keyboard.press("Escape");
        await expect(offer).toBeHidden();
      }
      await expect(welcome.failure).toHaveText(sentence);
      await expect(welcome.failure).toContainText(basename(path));
      expect(sha256Of(path)).toBe(hash);
      expect(readdirSync(place.folder).sort()).toEqual(files);

      const { code, stderr, stdout } = await runCommandLine(place, "stats", path);
      expect([code, stdout]).toEqual([1, ""]);
      expect(stderr).toMatch(sentence === damaged ? damagedForCommands : sentence);
      expect(stderr.trim().split("\n")).toHaveLength(1);
      expect(sha256Of(path)).toBe(hash);

      await answerDialogs(program, { open: sample });
      await welcome.openButton.click();
      await expect(statistics.heading).toBeVisible();
      await shell.rosterMenu("Đóng sổ");
    });

  await test.step("not there any more", async () => {
    await answerDialogs(program, { open: place.path("khong-co.scb") });
    await welcome.openButton.click();
    await expect(welcome.failure).toHaveText(
      /^Không tìm thấy tệp sổ .*khong-co\.scb; hãy kiểm tra lại đường dẫn/u,
    );
  });
  expect(program.complaints).toEqual([]);
  await program.close();
});

test("another roster that cannot be opened leaves the open one open", async ({ place, program, sample }) => {
  const { page, shell, statistics } = screensOf(program.page);
  const path = place.path("la.scb");
  writeFileSync(path, "not a roster");
  await answerDialogs(program, { open: path });
  await shell.rosterMenu("Mở sổ…");
  await expect(shell.notice(/không phải sổ cán bộ/)).toBeVisible();
  await expect(page.getByRole("banner")).toContainText(basename(sample));
  await statistics.expectFigure(statistics.totalRow, "professional", "met", 386);
});

test("a new roster never overwrites a file", async ({ place, sample }) => {
  const taken = place.path("co-san.scb");
  copyFileSync(sample, taken);
  const hash = sha256Of(taken);
  const program = await startProgram(place);
  const { welcome } = screensOf(program.page);
  await welcome.createButton.click();
  await welcome.chooseUnit("08173", /08173/);
  await answerDialogs(program, { save: taken });
  await welcome.submit();
  await expect(welcome.createDialog.getByRole("alert")).toHaveText(
    /đã có sẵn nên không ghi đè; hãy chọn tên khác/u,
  );
  expect(sha256Of(taken)).toBe(hash);
  await program.close();
});
