// Search and order, once there are so many interviews that one has to look for one.

import { signal } from "@preact/signals";
import { Choices } from "../components/choices.tsx";
import { Icon } from "../components/icon.tsx";
import type { Order } from "./arranged.ts";

/** Fewer can be seen at a glance. */
export const manyRows = 4;

/** Kept while the app is open, so that the way back from an interview leads to the same list. */
const search = signal("");
export const wanted = signal("");
export const order = signal<Order>("next");

const options = [
  { value: "next", label: "Next date" },
  { value: "newest", label: "Newest" },
  { value: "company", label: "Company" },
] as const;

/** The list is looked through between two keys, not in one of them: what is typed shows at once. */
const restMs = 100;
let timer: ReturnType<typeof setTimeout> | undefined;

function look(typed: string): void {
  search.value = typed;
  clearTimeout(timer);
  timer = setTimeout(() => (wanted.value = typed), restMs);
}

export function Arrange() {
  return (
    <div class="arrange" role="search">
      <div class="arrange__search">
        <Icon name="search" size="s" />
        <input
          type="search"
          class="input"
          aria-label="Search interviews"
          placeholder="Company or role"
          autocomplete="off"
          maxLength={200}
          value={search}
          onInput={(event) => look(event.currentTarget.value)}
        />
      </div>
      <Choices label="In which order" options={options} value={order.value} onChange={(chosen) => (order.value = chosen)} />
    </div>
  );
}
