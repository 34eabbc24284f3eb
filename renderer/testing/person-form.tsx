/** The person's screen as tests of its form drive it: opened, its sections edited, typed into. */
import { fireEvent, screen } from "@testing-library/react";
import { PersonScreen } from "../features/person/person-screen";
import type { FakeApi, FakeHandlers } from "./fake-api";
import { personId, post, record, standards, unit } from "./person-data";
import { renderApp } from "./render";

// The kit measures a growing text box after fonts are loaded; jsdom has none.
Object.defineProperty(document, "fonts", { value: new EventTarget(), configurable: true });

/** What the screen asks of the person of person-data.ts, and a save that is done. */
export const personHandlers = {
  officialGet: () => record,
  standardsList: () => [standards],
  postsList: () => [post],
  unitGet: () => unit,
  unitsOn: ({ ids }) => ids.map((namedId) => ({ ...unit, namedId })),
  officialsAlike: () => [],
  waitingValues: () => [],
  officialSave: () => ({ id: personId, changeId: 7, proposed: null, warnings: [] }),
} satisfies FakeHandlers;

/** What the last call of a name was sent with. */
export function lastSent(fake: FakeApi, name: string): unknown {
  return fake.calls.filter((call) => call.name === name).at(-1)?.args;
}

/** The record as it is read first. */
export async function readPerson(fake: FakeApi) {
  const view = renderApp(<PersonScreen officialId={personId} />, { fake, hash: `#/officials/${personId}` });
  await screen.findByRole("heading", { name: "Nguyễn Thị Hoà" });
  return view;
}

/** Shows the boxes of what is known of the person themselves, and of how to reach them. */
export function editSections(): void {
  const ways = screen.getAllByRole("button", { name: /^Sửa mục (Lý lịch|Nơi ở, liên hệ)$/ });
  for (const way of ways) fireEvent.click(way);
}

/** With the boxes of these sections. */
export async function openPerson(fake: FakeApi) {
  const view = await readPerson(fake);
  editSections();
  return view;
}

export function typeInto(label: RegExp, text: string): void {
  const field = screen.getByLabelText(label);
  fireEvent.focus(field);
  fireEvent.change(field, { target: { value: text } });
  fireEvent.blur(field);
}
