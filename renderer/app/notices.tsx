import { Notifications } from '@mantine/notifications'
import classes from './notices.module.css'

/** As wide as the column of steps less its edges: a notice lies in that column, below the steps, never on the page. */
const WIDTH = 172

/** What is told in passing. The big screen shows none: it is the room's. */
export function Notices() {
  return (
    <Notifications
      position="bottom-left"
      limit={3}
      containerWidth={WIDTH}
      className={classes['list'] ?? ''}
      classNames={{ notification: classes['notice'] ?? '' }}
    />
  )
}
