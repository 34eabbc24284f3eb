// Guards that preparing for some lines of a list goes through no name once a line: a list may hold one name ten thousand times.
import { describe, expect, it } from "vitest";
import type { KnownPerson } from "../../../shared/import/namesakes";
import { meantBy } from "./roster-people";

const person = (id: string): KnownPerson => ({
  id,
  name: "Nguyễn Văn Mẫu",
  birth: null,
  identityNumber: null,
  place: null,
});
const line = { personId: null, identityNumber: null, foldedName: "nguyen van mau" };

describe("those whom lines may mean", () => {
  it("are looked up once a name, and no more of them than are held", () => {
    let read = 0;
    const people = new Proxy(
      Array.from({ length: 10_000 }, (_, place) => person(String(place))),
      {
        get: (all, key) => {
          if (typeof key === "string" && /^\d+$/u.test(key)) read++;
          return Reflect.get(all, key) as unknown;
        },
      },
    );
    const known = { isKnown: () => false, withNumber: () => [], named: () => people };
    const found = meantBy(
      Array.from({ length: 200 }, () => line),
      known,
    );
    expect(found).toHaveLength(500);
    expect(read).toBeLessThanOrEqual(500);
  });

  it("are whom a line names by their id or number, before all who are called so", () => {
    const known = {
      isKnown: (id: string) => id === "a",
      withNumber: (number: string) => (number === "1" ? [person("b")] : []),
      named: () => [person("c")],
    };
    const drafts = [
      { ...line, personId: "a" },
      { ...line, identityNumber: "1" },
      { ...line, personId: "gone", identityNumber: "2" },
    ];
    expect(meantBy(drafts, known)).toEqual(["a", "b", "c"]);
  });
});
