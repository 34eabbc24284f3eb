/** Who has what: what passed between offices, what is missing, and copies of a roster that went on by themselves. */
import { cpSync } from "node:fs";
import type { CallArgs } from "../../shared/contract/contract";
import type { OwnedEntity } from "../../shared/domain/entities";
import { callEach } from "../support/calls";
import { expect, test } from "../support/exchange-fixtures";
import { sampleDay } from "../support/offices";

const districtName = "Phòng Nội vụ huyện Thanh Ba";

test("each office's line says what came, what went and what it still lacks; a revoked key receives nothing more", async ({
  commune,
  district,
  openWindow,
  stick,
}) => {
  await commune.sends(stick, district);
  const file = await district.sends(commune.place.path("tep"), commune);
  const { page, shell, exchange, program } = await openWindow(commune);
  await shell.goTo("exchange");
  await exchange.open("Các cơ quan");
  const line = exchange.office(districtName);
  await expect(line).toContainText("mã 232");
  await expect(line).toContainText("tệp số 1");
  await expect(line.getByRole("combobox")).toHaveValue("superior");
  // Its own people it surely has; that the commune's roster was begun, and that it confirmed the district's key, it never got.
  await expect(line.getByRole("cell").nth(3)).toHaveText("2 thay đổi");
  await expect(line).toContainText("không có");

  await line.getByRole("button", { name: /^Thu hồi khóa/ }).click();
  const question = page.getByRole("dialog", { name: "Thu hồi khóa" });
  await expect(question).toContainText(`Từ nay không nhận tệp xuất bằng khóa này của ${districtName}`);
  await question.getByRole("button", { name: "Thu hồi khóa", exact: true }).click();
  await expect(line).toContainText("khóa đã thu hồi");
  await expect(line.getByRole("button")).toHaveCount(0);
  await expect(question).toBeHidden();
  await page.keyboard.press("Control+g");
  await expect(exchange.send.root).toContainText("Không còn cơ quan nào được tin cậy");
  await page.keyboard.press("Escape");
  await exchange.open("Gửi và nhận");
  await exchange.receiveButton.click();
  await exchange.receive.pickFolder(program, commune.place.path("tep"));
  await expect(exchange.receive.file(districtName)).toContainText("Khóa của nơi gửi đã thu hồi");
  await expect(exchange.receive.file(districtName).getByRole("checkbox")).toHaveCount(0);
  await program.close();
  const { code, stderr } = await commune.run("sync receive", file);
  expect(code).toBe(1);
  expect(stderr).toContain("thu hồi");
});

/** More than is sent whole every time: from then on a file holds only what its receiver says it lacks. */
const manyNotes = 320;

/** A note that no packing makes small. */
function longNote(seed: number): string {
  let state = seed + 1;
  return Array.from({ length: 1900 }, () => {
    state = (state * 48_271) % 2_147_483_647;
    return String.fromCodePoint(0x4e00 + (state % 20_000));
  }).join("");
}

test("a roster brought back from a copy shows what it lost, whose file brings it, and that it goes on as another copy", async ({
  commune,
  district,
  openWindow,
  stick,
}) => {
  const person = await commune.idOf("Trần Thị Ánh");
  const busy = await openWindow(commune);
  const [record] = await callEach(busy.page, "officialGet", [{ id: person, moment: { on: sampleDay } }]);
  const rows = Object.entries(record?.rows ?? {}).flatMap(([entity, own]) =>
    own.map(({ id }) => ({ entity: entity as OwnedEntity, id })),
  );
  const inOne = 1 + rows.length;
  const saves = Array.from({ length: Math.ceil(manyNotes / inOne) }, (_, n): CallArgs<"officialSave"> => {
    const noted = ({ id }: { readonly id: string }, place: number) => ({
      id,
      isNew: false,
      fields: { note: longNote(n * inOne + place) },
    });
    return {
      action: "edit",
      officialId: person,
      official: noted({ id: person }, 0),
      rows: rows.map((row, place) => ({ entity: row.entity, ...noted(row, 1 + place) })),
      removed: [],
    };
  });
  await callEach(busy.page, "officialSave", saves);
  await busy.program.close();

  // The district writes something of its own, keeps a copy, and only then receives and says so.
  await district.edits(await district.idOf("Lê Thị Châm"), "phone=0911");
  const copy = district.place.path("ban-sao.scb");
  cpSync(district.roster, copy);
  await district.receives(await commune.sends(stick, district));
  await commune.receives(await district.sends(stick, commune));
  await commune.edits(person, "phone=0922");
  const second = await commune.sends(stick, district);

  cpSync(copy, district.roster);
  await district.edits(await district.idOf("Lê Thị Châm"), "phone=0933");
  expect((await district.receives(second)).files).toMatchObject([{ result: "applied" }]);
  const { shell, exchange } = await openWindow(district);
  await shell.goTo("exchange");
  await exchange.open("Các cơ quan");
  const line = exchange.office("UBND xã Quảng Yên");
  await expect(line).toContainText(/Thiếu tệp số 1 của UBND xã Quảng Yên \([\d.]+ thay đổi\)\./);
  await expect(line).toContainText("Đề nghị nơi gửi xuất lại tệp là đủ.");
  const copies = exchange.page.getByRole("table", { name: "Các bản sổ của cơ quan mình" });
  await expect(copies.getByRole("row").filter({ hasText: "Bản đang dùng trên máy này." })).toHaveCount(1);
  await expect(copies.getByRole("row").filter({ hasText: "Bản trước đây" })).not.toHaveCount(0);
});
