/**
 * Offices that trade changes: each a PC of its own (keys, settings, roster), with one stick that is carried between.
 * One of them is played in the window, the others by the command line.
 */
import { cpSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { defaultSettings } from "../../shared/contract/settings";
import { type Printed, readCommandLine, runCommandLine } from "./command-line";
import { Workplace } from "./program";

export interface OfficeSpec {
  /** Folder and file name, e.g. `xa`. */
  readonly key: string;
  readonly unitCode: string;
  /** As it stands on its card. */
  readonly office: string;
  /** Who works there. */
  readonly user: string;
}

export const districtSpec: OfficeSpec = {
  key: "huyen",
  unitCode: "232",
  office: "Phòng Nội vụ huyện Thanh Ba",
  user: "Trần Quốc Hưng",
};
export const communeSpec: OfficeSpec = {
  key: "xa",
  unitCode: "08173",
  office: "UBND xã Quảng Yên",
  user: "Nguyễn Thị Lan",
};

/** Another commune of the district, which believes nobody yet. */
export const newcomerSpec: OfficeSpec = {
  key: "moi",
  unitCode: "08203",
  office: "UBND xã Hoàng Cương",
  user: "Lê Văn Bình",
};

/** The day that the sample's people are known for. */
export const sampleDay = "2021-10-01";

/** What `sync keys --json` prints. */
export interface Keys {
  readonly office: string;
  readonly fingerprint: string;
  readonly trusted: readonly { readonly office: string; readonly role: string }[];
}

/** What `sync receive --json` prints. */
export interface Received {
  readonly files: readonly {
    readonly path: string;
    readonly result: "applied" | "already" | "waiting" | "refused";
    readonly code: string | null;
    readonly added: number;
    readonly changed: number;
    readonly ended: number;
    readonly removed: number;
    readonly conflicts: number;
    readonly waiting: number;
  }[];
}

/** What `sync conflicts --json` prints. */
export interface Conflicts {
  readonly conflicts: readonly {
    readonly id: string;
    readonly kind: "field" | "removed";
    readonly label: string;
    readonly field: string;
    readonly values: readonly { readonly n: number; readonly value: unknown; readonly office: string }[];
  }[];
}

/** What `show --json` prints of a person. */
export interface Shown {
  readonly official: Readonly<Record<string, unknown>> & { readonly id: string };
}

export class Office {
  readonly place: Workplace;
  readonly unitCode: string;
  readonly office: string;
  /** The roster's file. */
  readonly roster: string;
  /** The key card's file, as it was handed to the others. */
  readonly card: string;

  /** @param made where the office was made before, to go on from; a new PC without a roster if left out */
  constructor({ key, unitCode, office, user }: OfficeSpec, made?: string) {
    this.place = new Workplace();
    this.unitCode = unitCode;
    this.office = office;
    this.roster = this.place.path(`${key}.scb`);
    this.card = this.place.path(`${key}.scbkey`);
    if (made === undefined) {
      const settings = { settings: { ...defaultSettings, userName: user }, recent: [], folders: [] };
      writeFileSync(join(this.place.home, "settings.json"), JSON.stringify(settings));
      return;
    }
    cpSync(join(made, "home"), this.place.home, { recursive: true });
    for (const file of readdirSync(made).filter((name) => name.startsWith(`${key}.`))) {
      cpSync(join(made, file), this.place.path(file));
    }
  }

  /** Runs a command that takes the roster first, e.g. `json("sync status")`. @throws Error when it is refused */
  json<T>(command: string, ...args: readonly string[]): Promise<T> {
    return readCommandLine<T>(this.place, ...command.split(" "), this.roster, ...args);
  }

  run(command: string, ...args: readonly string[]): Promise<Printed> {
    return runCommandLine(this.place, ...command.split(" "), this.roster, ...args);
  }

  async fingerprint(): Promise<string> {
    return (await this.json<Keys>("sync keys")).fingerprint;
  }

  /** Believes another office, as after comparing the paper. */
  async trusts(other: Office): Promise<void> {
    await this.json("sync keys", "--trust", other.card, "--fingerprint", await other.fingerprint());
  }

  /** Writes a packet for another office into a folder. @returns its path */
  async sends(folder: string, to: Office): Promise<string> {
    mkdirSync(folder, { recursive: true });
    const { file } = await this.json<{ file: string }>(
      "sync export",
      "--to",
      folder,
      "--for",
      await to.fingerprint(),
    );
    return file;
  }

  receives(...paths: readonly string[]): Promise<Received> {
    return this.json<Received>("sync receive", ...paths);
  }

  /** Adds somebody who serves in the commune. @returns the person's id */
  async hires(fullName: string, ...fields: readonly string[]): Promise<string> {
    const { id } = await this.json<{ id: string }>("add", "official", `fullName=${fullName}`, ...fields);
    const service = ["post=Văn phòng - thống kê", "from=2020-03-01", "main=có"];
    await this.json("add", "assignment", `official=${id}`, `unit=${communeSpec.unitCode}`, ...service);
    return id;
  }

  /** The id of the only person of the commune with this name. */
  async idOf(name: string): Promise<string> {
    const { people } = await this.json<{ people: readonly { id: string; name: string }[] }>(
      "people",
      "--unit",
      communeSpec.unitCode,
      "--as-of",
      sampleDay,
    );
    const [found, ...more] = people.filter((person) => person.name === name);
    if (found === undefined || more.length > 0) throw new Error(`${name}: ${more.length + 1} people`);
    return found.id;
  }

  edits(id: string, ...fields: readonly string[]): Promise<unknown> {
    return this.json("edit", "official", id, ...fields);
  }

  async field(id: string, field: string): Promise<unknown> {
    return (await this.json<Shown>("show", id)).official[field];
  }

  remove(): void {
    this.place.remove();
  }
}

export interface Offices {
  readonly district: Office;
  readonly commune: Office;
  readonly newcomer: Office;
}

/** Makes a district with its people, a commune that has received its own, and one that has nothing yet. */
export async function makeOffices(): Promise<Offices> {
  const district = new Office(districtSpec);
  const commune = new Office(communeSpec);
  const newcomer = new Office(newcomerSpec);
  const makeEmpty = async (office: Office) => {
    await office.json("init", "--unit", office.unitCode, "--on", sampleDay);
    await office.json("sync keys", "--card", office.card);
  };
  await Promise.all([
    district.json("sample").then(() => district.json("sync keys", "--card", district.card)),
    makeEmpty(commune).then(() => makeEmpty(newcomer)),
  ]);
  await Promise.all([district.trusts(commune), commune.trusts(district)]);
  await commune.receives(await district.sends(district.place.stick, commune));
  return { district, commune, newcomer };
}
