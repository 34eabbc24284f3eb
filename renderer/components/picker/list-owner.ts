/** What a text field says of the list beneath it, so that a screen reader reads the marked entry while typing goes on. */

/**
 * @param list id of the list; its entries are `list` followed by their place
 * @param marked place of the marked entry, negative for none
 */
export function listOwner(list: string, opened: boolean, marked: number) {
  return {
    role: "combobox",
    "aria-haspopup": "listbox",
    "aria-expanded": opened,
    "aria-controls": opened ? list : undefined,
    "aria-activedescendant": opened && marked >= 0 ? `${list}${marked}` : undefined,
    autoComplete: "off",
  } as const;
}
