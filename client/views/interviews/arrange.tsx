// Search and order, once there are so many interviews that one has to look for one.

import { signal } from "@preact/signals";
import { Choices } from "../components/choices.tsx";
import { Icon } from "../components/icon.tsx";
import type { Order } from "./arranged.ts";

/** Fewer can be seen at a glance. */
export const manyRows = 4;

/** Kept while the app is open, so that the way back from an interview leads to the same list. */
export const search = signal("");
export const order = signal<Order>("next");

const options = [
  { value: "next", label: "Next date" },
  { value: "newest", label: "Newest" },
  { value: "company", label: "Company" },
] as const;

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
          value={search.value}
          onInput={(event) => (search.value = event.currentTarget.value)}
        />
      </div>
      <Choices label="In which order" options={options} value={order.value} onChange={(chosen) => (order.value = chosen)} />
    </div>
  );
}
