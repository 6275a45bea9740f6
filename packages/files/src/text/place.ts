/** A position in a text as editors show it: both from 1, the column in UTF-16 units. */
export interface Place {
  line: number;
  column: number;
}
