// Progress as steps, never a percentage. Hidden from screen readers: the words beside it count them.

export type Step = "done" | "skip" | "now" | "open";

export function Steps({ steps }: { readonly steps: readonly Step[] }) {
  return (
    <span class="steps" aria-hidden="true">
      {steps.map((step, index) => (
        <i key={index} data-s={step} />
      ))}
    </span>
  );
}
