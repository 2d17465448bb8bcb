interface FiguresTableProps {
  readonly caption: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly [name: string, ...figures: string[]])[];
  /** Also for eyes, where the drawing says less than the figures. */
  readonly isShown?: boolean;
}

/** What a drawing shows, in figures. */
export function FiguresTable({ caption, head, rows, isShown = false }: FiguresTableProps) {
  return (
    <table class={isShown ? "figures-table" : "figures-table figures-table--heard"}>
      <caption class="hidden">{caption}</caption>
      <thead>
        <tr>
          {head.map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([name, ...figures], index) => (
          <tr key={index}>
            <th scope="row">{name}</th>
            {figures.map((figure, place) => (
              <td key={place}>{figure}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
