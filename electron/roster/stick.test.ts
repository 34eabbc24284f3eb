// A roster on a stick: real FAT32 and exFAT, which keep times coarsely, have no rights and no links, and are shared by
// processes like any disk.
import { existsSync, readdirSync, renameSync, rmSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { RosterProgram } from "../testing/roster-process";
import { catalogEdits, testEnvironment, testFolder, unitId } from "../testing/rosters";
import { mountStick, playedStick, type StickKind } from "../testing/stick-image";
import { sql } from "./file/sql";
import { createRoster } from "./create-roster";
import { openRoster, openRosterReadOnly, type Roster } from "./roster";

const program = new RosterProgram();
beforeAll(() => program.build());
afterAll(() => program.remove());

function rename(roster: Roster, name: string): void {
  const edits = [{ kind: "update", entity: "unit", id: unitId, fields: { name } }] as const;
  roster.log.write({ action: "edit", user: "Hoa", edits });
}

const kinds: readonly StickKind[] = ["vfat", "exfat"];
for (const kind of kinds) {
  const mounted = mountStick(kind);
  const stick = typeof mounted === "string" ? playedStick() : mounted;
  process.stdout.write(
    typeof mounted === "string"
      ? `roster on ${kind}: no real one can be mounted here (${mounted}); a folder with coarse times plays it\n`
      : `roster on ${kind}: a real one, read by ${mounted.driver}\n`,
  );

  describe(`a roster on a stick of ${kind}`, () => {
    afterAll(() => stick.remove());
    const path = join(stick.folder, "Sổ cán bộ.scb");
    const left = () => readdirSync(stick.folder).filter((name) => !name.startsWith("."));

    it("is made, edited, held and let go, through any time that passes and any that a file is given", async () => {
      const home = join(testFolder(), "home");
      const environment = testEnvironment(home);
      const made = await createRoster(path, environment);
      made.log.write({ action: "init", user: "Hoa", edits: catalogEdits() });
      await made.close();
      expect(left()).toEqual(["Sổ cán bộ.scb"]);

      const roster = await openRoster(path, environment);
      // Longer than the two seconds to which FAT keeps times.
      await wait(2_500);
      rename(roster, "Một");
      for (const end of ["", ".lock", ".holder"]) utimesSync(path + end, 1e9, 1e9);
      rename(roster, "Hai");
      const second = await program.start(path, { home });
      expect(second.opened).toMatchObject({ code: "roster-locked" });
      for (const end of [".lock", ".holder"]) rmSync(path + end);
      rename(roster, "Ba");
      await roster.close();
      expect(left()).toEqual(["Sổ cán bộ.scb"]);
    });

    it("is opened after a program was killed over it", async () => {
      const home = join(testFolder(), "home");
      const first = await program.start(path, { home });
      expect(first.opened).toMatchObject({ code: "ok" });
      expect(await first.running.renames(unitId, "Trước khi chết")).toMatchObject({ code: "ok" });
      await first.running.end("SIGKILL");
      expect(existsSync(`${path}.holder`)).toBe(true);
      const roster = await openRoster(path, testEnvironment(home));
      expect(roster.db.value(sql`SELECT name FROM unit WHERE pk = 1`)).toBe("Trước khi chết");
      await roster.close();
      expect(left()).toEqual(["Sổ cán bộ.scb"]);
    });

    it("is not said to be saved where another file took its place, and can be saved beside it", async () => {
      const home = join(testFolder(), "home");
      const roster = await openRoster(path, testEnvironment(home));
      const aside = join(stick.folder, "aside.scb");
      renameSync(path, aside);
      expect(() => rename(roster, "Mất")).toThrow(expect.objectContaining({ code: "roster-replaced" }));
      const kept = join(stick.folder, "giu lai.scb");
      await roster.saveCopy(kept);
      await roster.close();
      for (const file of [aside, kept]) {
        const reader = await openRosterReadOnly(file);
        expect(reader.db.value(sql`PRAGMA integrity_check`)).toBe("ok");
        reader.close();
      }
    });
  });
}
