/** Brings the cell that the keys went to into view beside the columns that stay. */

/** Scrolls sideways until the cell is seen beside the column that stays; nothing where one of them is not on the page. */
export function showSideways(scroller: HTMLElement | null, cell: HTMLElement | null): void {
  if (scroller === null || cell === null) return;
  const pinned = [...(cell.parentElement?.querySelectorAll<HTMLElement>("[data-pinned]") ?? [])];
  if (pinned.includes(cell)) return;
  const box = scroller.getBoundingClientRect();
  const left = box.left + pinned.reduce((width, one) => width + one.offsetWidth, 0);
  const right = box.left + scroller.clientWidth;
  const { left: cellLeft, right: cellRight } = cell.getBoundingClientRect();
  if (cellLeft < left) scroller.scrollLeft -= left - cellLeft;
  else if (cellRight > right) scroller.scrollLeft += cellRight - right;
}
