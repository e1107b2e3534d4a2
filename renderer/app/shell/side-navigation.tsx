import { AppShell, Box, Group, NavLink, Text } from '@mantine/core'
import { IconHome } from '@tabler/icons-react'
import { type ReactNode, useContext } from 'react'
import { Link, useLocation } from 'react-router'
import iconUrl from '#renderer/app/brand.svg?url'
import { STEPS } from '#renderer/app/steps.ts'
import { YearContext } from '#renderer/db/hooks/use-year-data.ts'
import { useHost } from '#renderer/host/use-host.ts'
import { SHELL } from '#renderer/strings/shell.ts'
import classes from './shell.module.css'

/** The nine steps in the order of the work. Without a year they are named but lead nowhere. */
export function SideNavigation({ burger }: { readonly burger: ReactNode }) {
  const state = useContext(YearContext)
  const { capabilities } = useHost()
  const { pathname } = useLocation()
  const year = typeof state === 'string' ? null : state.row.year
  const current = pathname.split('/')[2] ?? ''
  return (
    <>
      <Group justify="space-between" pr="md" wrap="nowrap">
        <Link to="/" className={classes['brand']}>
          <img src={iconUrl} width={26} height={26} alt="" />
          <Text fw={700} fz={18} lts={1}>
            {SHELL.name}
          </Text>
          <Text size="xs" c="dimmed">
            {SHELL.purpose}
          </Text>
        </Link>
        {burger}
      </Group>
      <AppShell.Section grow px="xs" style={{ overflowY: 'auto' }}>
        <NavLink
          component={Link}
          to={year === null ? '/' : `/${year}`}
          className={classes['link']}
          label={SHELL.overview}
          leftSection={<IconHome size={17} stroke={1.6} />}
          active={current === ''}
          aria-current={current === '' ? 'page' : undefined}
        />
        {STEPS.map(step => {
          const active = current === step.id || (step.id === 'score' && current === 'people')
          const common = {
            className: classes['link'],
            label: step.label,
            leftSection: <step.icon size={17} stroke={1.6} />,
            active,
          }
          return year === null ? (
            <NavLink key={step.id} {...common} component="span" disabled aria-disabled />
          ) : (
            <NavLink
              key={step.id}
              {...common}
              component={Link}
              to={`/${year}/${step.id}`}
              aria-current={active ? 'page' : undefined}
            />
          )
        })}
      </AppShell.Section>
      <Box px="md" py="sm">
        <Text size="xs" c="dimmed">
          {SHELL.version(capabilities.version)}
        </Text>
      </Box>
    </>
  )
}
