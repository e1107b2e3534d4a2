import { Anchor } from '@mantine/core'
import { Link } from 'react-router'

type PersonCellProps = { readonly to: string; readonly name: string }

/** A name that leads somewhere: the row's link. */
export function PersonCell({ to, name }: PersonCellProps) {
  return (
    <Anchor component={Link} to={to} data-row-link fw={600} inherit style={{ whiteSpace: 'nowrap' }}>
      {name}
    </Anchor>
  )
}
