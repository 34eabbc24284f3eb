/** Lock and file removed or replaced behind the window's back: typed work stays, and what is said to be saved is there. */
import { copyFileSync, existsSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { expect, test } from "../fixtures";
import { screensOf } from "../pages/screens";
import { readCommandLine } from "../support/command-line";
import { sha256Of } from "../support/hash";
import { answerDialogs, askToClose, type Program, startProgram } from "../support/program";

const phone = "0912345678";

/** Types a phone number and does not save it yet. */
async function typed(program: Program) {
  const screens = screensOf(program.page);
  await expect(screens.statistics.heading).toBeVisible();
  await screens.shell.goTo("officials");
  await screens.officials.findAndOpen("pham dang an", "Phạm Đăng An");
  await screens.person.type("Điện thoại", phone);
  const id = new URL(program.page.url()).hash.split("/").at(-1) ?? "";
  return { ...screens, id };
}

interface Shown {
  readonly official: { readonly phone: string };
}

test("a lock that another program cleaned away is taken again without a word", async ({
  place,
  program,
  sample,
}) => {
  const { person, id } = await typed(program);
  for (const end of [".lock", ".holder"]) rmSync(sample + end);
  await person.save();
  expect((await readCommandLine<Shown>(place, "show", sample, id)).official.phone).toContain("345");
  for (const end of [".lock", ".holder"]) rmSync(sample + end);
  await askToClose(program);
  await program.ended;
  expect(readdirSync(place.folder).filter((name) => name.startsWith("thanh-ba.scb"))).toEqual([
    "thanh-ba.scb",
  ]);
});

test("a file that was replaced is not written; what is open is saved elsewhere in one go, typed work and all", async ({
  place,
  program,
  sample,
}) => {
  const other = place.path("cu.scb");
  copyFileSync(sample, other);
  // Another state of the roster, as a cloud program brings it back.
  const others = await readCommandLine<{ readonly people: readonly { readonly id: string }[] }>(
    place,
    "people",
    other,
    "--unit",
    "08173",
    "--as-of",
    "2021-10-01",
  );
  await readCommandLine(place, "edit", other, "official", others.people[0]?.id ?? "", "phone=0999");
  const before = sha256Of(other);
  const { page, person, shell, id } = await typed(program);
  renameSync(other, sample);

  await person.saveButton.click();
  const notice = shell.notice("đã bị thay bằng tệp khác");
  await expect(notice).toContainText("Chưa lưu được");
  await expect(person.saveBar).toBeVisible();
  await person.expectValue("Điện thoại", phone);
  expect(sha256Of(sample)).toBe(before);

  const kept = place.path("giu lai.scb");
  await answerDialogs(program, { save: kept });
  await notice.getByRole("button", { name: "Lưu sổ thành tệp khác" }).click();
  await expect(page.getByText("Đã lưu sổ thành tệp giu lai.scb")).toBeVisible();
  await person.expectValue("Điện thoại", phone);
  await person.save();
  expect((await readCommandLine<Shown>(place, "show", kept, id)).official.phone).toContain("345");
  expect(sha256Of(sample)).toBe(before);

  await askToClose(program);
  await program.ended;
  const left = readdirSync(place.folder).filter((name) => name.includes(".scb"));
  expect(left.sort()).toEqual(["giu lai.scb", "thanh-ba.scb"]);
});

test("a roster that another PC seems to have open is asked about, looked at or taken over", async ({
  place,
  sample,
}) => {
  writeFileSync(
    `${sample}.holder`,
    JSON.stringify({
      machine: "khac",
      host: "MAY-VAN-PHONG",
      user: "binh",
      since: "2026-01-05T01:00:00.000Z",
    }),
  );
  const program = await startProgram(place, { roster: sample });
  const { page, statistics, shell, officials } = screensOf(program.page);
  const question = page.getByRole("dialog", { name: "Máy khác có thể đang mở sổ" });
  await expect(question).toContainText("binh đang mở sổ trên máy MAY-VAN-PHONG");
  await question.getByRole("button", { name: "Mở để xem" }).click();
  await expect(statistics.heading).toBeVisible();
  expect(existsSync(`${sample}.holder`)).toBe(true);
  await page.getByRole("button", { name: "Thử mở để sửa" }).click();
  await question.getByRole("button", { name: "Máy kia không còn mở" }).click();
  await expect(page.getByRole("button", { name: "Thử mở để sửa" })).toBeHidden();
  await shell.goTo("officials");
  await expect(officials.addButton).toBeEnabled();
  expect(program.complaints).toEqual([]);
  await program.close();
});

test("a roster that cannot be written from here is offered for looking", async ({ place, sample }) => {
  // No key can be kept, so nothing may be written in this PC's name; the file itself can be read.
  writeFileSync(`${place.home}/keys`, "a file in the folder's place");
  const program = await startProgram(place, { roster: sample });
  const { page, statistics } = screensOf(program.page);
  const question = page.getByRole("dialog", { name: "Không mở được sổ để sửa" });
  await expect(question).toContainText("Không dùng được thư mục cài đặt");
  await question.getByRole("button", { name: "Mở để xem" }).click();
  await expect(statistics.heading).toBeVisible();
  await expect(page.getByRole("status").filter({ hasText: "chỉ xem" })).toBeVisible();
  expect(readdirSync(place.folder).filter((name) => name.startsWith("thanh-ba.scb."))).toEqual([]);
  await program.close();
});
