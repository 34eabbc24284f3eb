/** Several offices on one machine for tests: each with a home, a clock and a roster of its own, and a stick between. */
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ErrorCode } from "../../shared/contract/errors";
import type { ReceivedFile } from "../../shared/contract/schemas/exchange";
import { boundIds } from "../files/exchange/bound-ids";
import { OpenRoster } from "../services/open-roster";
import { type CliPlace, cliPlace } from "./command-line";

export interface Keys {
  readonly unitCode: string;
  readonly office: string;
  readonly fingerprint: string;
  readonly trusted: readonly { unitCode: string; office: string; fingerprint: string; role: string }[];
}

export interface Sent {
  readonly file: string;
  readonly ops: number;
  readonly bytes: number;
  readonly files: readonly {
    file: string;
    ops: number;
    bytes: number;
    people: number;
    sha256: string;
    for: string[];
  }[];
}

export interface Received {
  readonly files: readonly (Pick<
    ReceivedFile,
    "path" | "result" | "added" | "changed" | "ended" | "removed" | "conflicts" | "waiting"
  > & { readonly code: ErrorCode | null })[];
}

export interface Conflict {
  readonly id: string;
  readonly kind: "field" | "removed";
  readonly entity: string;
  readonly rowId: string;
  readonly label: string;
  readonly field: string;
  readonly values: readonly {
    n: number;
    id: string;
    value: string | number | boolean | null;
    office: string;
    user: string;
    at: string;
    clockSuspect: boolean;
    shown: boolean;
  }[];
}

export interface Row {
  readonly id: string;
  readonly fields: Record<string, unknown>;
}

export interface Office extends CliPlace {
  readonly name: string;
  readonly roster: string;
  readonly card: string;
  readonly fingerprint: () => Promise<string>;
  /** @param revoked how many revocations of its key it goes against */
  readonly trusts: (other: Office, role?: string, revoked?: number) => Promise<void>;
  /** Adds somebody who serves in a unit. @returns the person's id */
  readonly hires: (fullName: string, unit: string, ...fields: string[]) => Promise<string>;
  readonly edits: (entity: string, id: string, ...fields: string[]) => Promise<Row>;
  /** A person's field as it is shown, or undefined for somebody who is not there. */
  readonly field: (id: string, field: string) => Promise<unknown>;
  /** Writes packets into a new folder. @returns the folder */
  readonly sends: (...words: string[]) => Promise<string>;
  readonly receives: (...words: string[]) => Promise<Received>;
  readonly conflicts: () => Promise<readonly Conflict[]>;
  /** Works on the open roster as the window does. */
  readonly opened: <T>(work: (roster: OpenRoster) => T | Promise<T>) => Promise<T>;
  /** Passes time, ms. */
  readonly waits: (ms: number) => void;
}

export interface Offices {
  readonly folder: string;
  /** A new folder, as a stick would be. */
  readonly stick: () => string;
  /** @param like whose home and roster's place are taken over, for a PC that goes on in another way */
  readonly office: (name: string, unit: string, on?: string) => Promise<Office>;
  /** A machine without a roster under the path that it names. */
  readonly machine: (name: string) => Office;
  /** Keeps every file as it is. @returns brings them back to that, for tests that begin alike; clocks go on */
  readonly keep: () => () => void;
  readonly remove: () => void;
}

const firstDay = Date.UTC(2026, 9, 1, 5);

export function testOffices(): Offices {
  const folder = mkdtempSync(join(tmpdir(), "so-can-bo-offices-"));
  const places: CliPlace[] = [];
  const copies: string[] = [];
  let sticks = 0;
  const stick = () => {
    const path = join(folder, `usb-${++sticks}`);
    mkdirSync(path);
    return path;
  };
  const machine = (name: string): Office => {
    // A part of every id, so that no two machines make the same.
    const number = places.length + 1;
    let now = firstDay + number;
    let ids = 0;
    const home = join(folder, name);
    mkdirSync(home);
    // Counted in the part of an id that its key leaves alone.
    const counted = (): string => {
      const count = (++ids).toString(16).padStart(7, "0");
      const machineNumber = number.toString(16).padStart(4, "0");
      return `018f${machineNumber}-${count.slice(0, 4)}-7${count.slice(4)}-8000-000000000000`;
    };
    const place = cliPlace({
      home: join(home, "home"),
      now: () => (now += 1000),
      newId: boundIds(join(home, "home"), counted),
      caller: () => ({ user: `Văn phòng ${name}`, role: null, device: name }),
    });
    places.push(place);
    return officeOf(place, name, join(home, "so.scb"), stick, (ms) => {
      now += ms;
    });
  };
  return {
    folder,
    stick,
    machine,
    office: async (name, unit, on = "2021-10-01") => {
      const office = machine(name);
      await office.json("init", office.roster, "--unit", unit, "--on", on);
      await office.json("sync", "keys", office.roster, "--card", office.card);
      return office;
    },
    keep: () => {
      const kept = mkdtempSync(join(tmpdir(), "so-can-bo-kept-"));
      copies.push(kept);
      cpSync(folder, kept, { recursive: true });
      return () => {
        rmSync(folder, { recursive: true, force: true });
        cpSync(kept, folder, { recursive: true });
      };
    },
    remove: () => {
      for (const place of places) place.remove();
      for (const one of [folder, ...copies]) rmSync(one, { recursive: true, force: true });
    },
  };
}

function officeOf(
  place: CliPlace,
  name: string,
  roster: string,
  stick: () => string,
  waits: (ms: number) => void,
): Office {
  const { json } = place;
  const keys = () => json<Keys>("sync", "keys", roster);
  const office: Office = {
    ...place,
    name,
    roster,
    card: join(roster, "..", "the.scbkey"),
    waits,
    fingerprint: async () => (await keys()).fingerprint,
    trusts: async (other, role, revoked = 0) => {
      const words = ["--trust", other.card, "--fingerprint", await other.fingerprint()];
      const despite = revoked === 0 ? [] : ["--confirm", `revoked=${revoked}`];
      await json(
        "sync",
        "keys",
        roster,
        ...words,
        ...(role === undefined ? [] : ["--role", role]),
        ...despite,
      );
    },
    hires: async (fullName, unit, ...fields) => {
      const { id } = await json<Row>("add", roster, "official", `fullName=${fullName}`, ...fields);
      const service = ["post=Văn phòng - thống kê", "from=2021-02", "main=có"];
      await json("add", roster, "assignment", `official=${id}`, `unit=${unit}`, ...service);
      return id;
    },
    edits: (entity, id, ...fields) => json<Row>("edit", roster, entity, id, ...fields),
    field: async (id, field) => {
      const { code, stdout } = await place.run("show", roster, id, "--json");
      if (code !== 0) return undefined;
      return (JSON.parse(stdout) as { official: Row["fields"] }).official[field];
    },
    sends: async (...words) => {
      const folder = stick();
      await json<Sent>("sync", "export", roster, "--to", folder, ...words);
      return folder;
    },
    receives: (...words) => json<Received>("sync", "receive", roster, ...words),
    conflicts: async () => (await json<{ conflicts: Conflict[] }>("sync", "conflicts", roster)).conflicts,
    opened: async (work) => {
      const open = await OpenRoster.open(roster, place.environment);
      try {
        return await work(open);
      } finally {
        await open.close();
      }
    },
  };
  return office;
}

/** The packets of a folder by path, in the order of their names. */
export function packetsIn(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".scbsync"))
    .sort()
    .map((name) => join(folder, name));
}

/** Two offices that believe each other. */
export async function believing(...all: readonly Office[]): Promise<void> {
  for (const one of all) for (const other of all) if (one !== other) await one.trusts(other);
}

/** A district and a commune below it that believe each other, of offices of their own. */
export async function districtAndCommune(): Promise<{
  readonly offices: Offices;
  readonly district: Office;
  readonly commune: Office;
}> {
  const offices = testOffices();
  const district = await offices.office("huyen", "232");
  const commune = await offices.office("xa", "08173");
  await believing(district, commune);
  return { offices, district, commune };
}
