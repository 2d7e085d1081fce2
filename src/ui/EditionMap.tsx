import { declarations } from '../constructions/declared'
import { DataTable } from './kit/DataTable'
import { Sheet } from './Sheet'

/** Which question of which edition of the assignment each room is about. */
export function EditionMap() {
  return (
    <Sheet id="editions" title="Editions of the assignment">
      <p>
        The notes answer CS 224N assignment 5 of winter 2021. Question numbers have moved between editions, so
        rooms are named by what they are about.
      </p>
      <DataTable
        columns={['Room', '2021', 'Asked as']}
        rows={declarations.map(({ title, source, editions }) => [title, source, editions])}
      />
    </Sheet>
  )
}
