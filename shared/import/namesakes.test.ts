// Guards that whoever may be the same person is found however many are called so, and that finding them goes through none.
import { describe, expect, it } from "vitest";
import { type KnownPerson, Namesakes } from "./namesakes";

const person = (id: string, birth: string | null, identityNumber: string | null = null): KnownPerson => ({
  id,
  name: "Nguyễn Văn Mẫu",
  birth,
  identityNumber,
  place: null,
});
const namesakes = (...people: readonly KnownPerson[]) => {
  const all = new Namesakes();
  for (const one of people) all.add(one);
  return all;
};
const ids = (people: readonly KnownPerson[]) => people.map(({ id }) => id).sort();

describe("namesakes", () => {
  it("finds by a date as precise as it is known, on either side", () => {
    const all = namesakes(
      person("year", "1975"),
      person("month", "1975-05"),
      person("day", "1975-05-12"),
      person("otherDay", "1975-05-13"),
      person("otherMonth", "1975-06"),
      person("unknown", null),
    );
    expect(ids(all.bornAlike("1975-05-12", null).alike)).toEqual(["day", "month", "year"]);
    expect(ids(all.bornAlike("1975-05", null).alike)).toEqual(["day", "month", "otherDay", "year"]);
    expect(all.bornAlike("1975", null).alike).toHaveLength(5);
    expect(all.bornAlike(null, null).alike).toEqual([]);
  });

  it("takes two numbers of one kind for two people unless the whole day is one, and a CMND and a CCCD for no two", () => {
    const [cccd, otherCccd, cmnd] = ["025075001234", "025075004321", "131234567"];
    const all = namesakes(person("day", "1975-05-12", cccd), person("year", "1975", cccd));
    expect(ids(all.bornAlike("1975-05-12", otherCccd).alike)).toEqual([]);
    expect(ids(all.bornAlike("1975-05-12", otherCccd).otherNumber)).toEqual(["day"]);
    expect(all.bornAlike("1975", otherCccd)).toEqual({ alike: [], otherNumber: [] });
    expect(ids(all.bornAlike("1975-05-12", cmnd).alike)).toEqual(["day", "year"]);
  });

  it("shows those of the very day before those of whom less is known, however many these are", () => {
    const years = Array.from({ length: 30 }, (_, place) => person(`year ${place}`, "1975", "131234567"));
    const all = namesakes(...years, person("day", "1975-05-12"));
    const { alike } = all.bornAlike("1975-05-12", "025075001234");
    expect([alike[0]?.id, alike.length]).toEqual(["day", 20]);
  });

  it("shows no more of ten thousand than anybody would look through", () => {
    const all = namesakes();
    for (let number = 0; number < 10_000; number++)
      all.add(person(String(number), "1975-05-12", `0250${String(80_000_000 + number)}`));
    expect(all.bornAlike("1975-05-12", "025075001234").otherNumber).toHaveLength(20);
    expect(all.all).toHaveLength(20);
  });
});
