/** A power cut while somebody types: what was typed is there again, is saved by whoever takes it up, and leaves no trace. */
import { readFileSync } from "node:fs";
import { expect, test } from "../fixtures";
import { type Screens, screensOf } from "../pages/screens";
import { type People, readCommandLine } from "../support/command-line";
import { type Program, startProgram } from "../support/program";
import { withoutMarks } from "../support/words";

const phone = "0912765432";
const school = "Trường Gõ Dở Phú Thọ";

/** Whether the file holds a text, drafts included. */
const holds = (roster: string, text: string) => readFileSync(roster).includes(Buffer.from(text, "utf8"));

/** As a power cut does: nothing of the program is asked or told. */
async function cutPower(program: Program): Promise<void> {
  process.kill(program.app.process().pid ?? 0, "SIGKILL");
  await program.ended;
}

const notice = ({ page }: Program) => page.getByRole("region", { name: "Nội dung gõ dở", exact: true });

async function open({ shell, officials, person }: Screens, name: string): Promise<void> {
  await shell.goTo("officials");
  await officials.findAndOpen(withoutMarks(name), name);
  await person.expectOpen(name);
}

test("what was typed into a record is offered after a power cut, taken up by keys and saved", async ({
  place,
  program,
  sample,
}) => {
  const { people } = await readCommandLine<People>(place, "people", sample);
  const name = people[0]?.name ?? "";
  const before = screensOf(program.page);
  await open(before, name);
  await (await before.person.edit("Điện thoại")).fill(phone);
  const dialog = await before.person.addQualification();
  await dialog.choose("Trình độ", "Đại học");
  await dialog.root.getByRole("textbox", { name: /^Cơ sở đào tạo/ }).fill(school);
  // No key is pressed and no field is left any more.
  await expect.poll(() => holds(sample, school) && holds(sample, phone)).toBe(true);
  await cutPower(program);

  const again = await startProgram(place, { roster: sample });
  const { page, shell, person } = screensOf(again.page);
  await shell.goTo("statistics");
  await expect(notice(again)).toContainText(/Có nội dung gõ dở lúc \d\d\/\d\d\/\d{4} \d\d:\d\d/);
  await expect(notice(again)).toContainText(`hồ sơ ${name} (Điện thoại, Trình độ, văn bằng)`);
  // Nothing was saved by itself.
  expect(JSON.stringify(await readCommandLine(place, "show", sample, people[0]?.id ?? ""))).not.toContain(
    phone,
  );
  const takeUp = notice(again).getByRole("button", { name: /^Dùng lại/ });
  await takeUp.focus();
  await page.keyboard.press("Enter");
  await person.expectOpen(name);
  await person.expectValue("Điện thoại", phone);
  await expect(person.qualifications).toContainText("Đại học");
  await expect(notice(again)).toBeHidden();
  await person.save();
  await expect.poll(() => holds(sample, "draft 0")).toBe(false);
  await expect(notice(again)).toBeHidden();
  await person.expectValue("Điện thoại", phone);
  await again.close();
});

test("somebody new comes back after a power cut; what is thrown away on purpose leaves nothing", async ({
  place,
  program,
  sample,
}) => {
  const typed = "Gõ Thị Dở";
  const before = screensOf(program.page);
  await before.shell.goTo("officials");
  await program.page.keyboard.press("Control+N");
  await before.person.field("Họ và tên").fill(typed);
  await expect.poll(() => holds(sample, typed)).toBe(true);
  await cutPower(program);

  const again = await startProgram(place, { roster: sample });
  await expect(notice(again)).toContainText(`hồ sơ mới ${typed} (Họ và tên)`);
  await notice(again)
    .getByRole("button", { name: /^Dùng lại/ })
    .click();
  const { person, shell } = screensOf(again.page);
  await person.expectValue("Họ và tên", typed);
  await shell.goTo("statistics");
  await shell.answerUnsaved("Bỏ thay đổi");
  await expect.poll(() => holds(sample, typed)).toBe(false);
  await expect(notice(again)).toBeHidden();
  await again.close();
});
