import { AppShell, Box, Burger, Group } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { lazy, Suspense, useEffect } from 'react'
import { Outlet, useLocation, useNavigate } from 'react-router'
import { useHost } from '#renderer/host/use-host.ts'
import { SHELL } from '#renderer/strings/shell.ts'
import classes from './shell.module.css'
import { SideNavigation } from './side-navigation.tsx'
import { UndoKey } from './undo-key.tsx'

// Menus and hints bring all that is needed to place them: fetched behind the frame and beside the page.
const HeaderYear = lazy(async () => ({ default: (await import('./header-year.tsx')).HeaderYear }))
const HeaderControls = lazy(async () => ({ default: (await import('./header-controls.tsx')).HeaderControls }))

/** The frame: the steps at the left, the year above, the page. */
export function Shell() {
  const [opened, { toggle, close }] = useDisclosure()
  const { pathname } = useLocation()
  const navigate = useNavigate()
  const { client } = useHost()
  // A year chosen in the desktop's own menu.
  useEffect(() => client.on('app.year', ({ year }) => void navigate(`/${year}`)), [client, navigate])
  // The next person's page stays where the last one's was: the same step of two people can be compared.
  const place = pathname.split('/').slice(0, 3).join('/')
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new page closes the menu of narrow screens and starts at its top
  useEffect(() => {
    close()
    window.scrollTo(0, 0)
  }, [place, close])
  return (
    <AppShell
      layout="alt"
      header={{ height: 52 }}
      navbar={{ width: 188, breakpoint: 'sm', collapsed: { mobile: !opened } }}
      padding={{ base: 'md', md: 'lg' }}
      transitionDuration={0}
    >
      <button type="button" className={classes['skip']} onClick={focusMain}>
        {SHELL.skip}
      </button>
      <UndoKey />
      <AppShell.Navbar className={classes['navbar']} aria-label={SHELL.navigation}>
        <SideNavigation burger={<Burger opened={opened} onClick={toggle} hiddenFrom="sm" size="sm" />} />
      </AppShell.Navbar>
      <AppShell.Header px="lg">
        <Group h="100%" justify="space-between" wrap="nowrap">
          <Group gap="sm" wrap="nowrap" miw={0}>
            <Burger opened={opened} onClick={toggle} hiddenFrom="sm" size="sm" aria-label={SHELL.menu} />
            <Suspense>
              <HeaderYear />
            </Suspense>
          </Group>
          <Suspense>
            <HeaderControls />
          </Suspense>
        </Group>
      </AppShell.Header>
      <AppShell.Main className={classes['main']} id="main" tabIndex={-1}>
        <Box className={classes['content']}>
          <Outlet />
        </Box>
      </AppShell.Main>
    </AppShell>
  )
}

/** Not a link: the address's fragment belongs to the router. */
function focusMain(): void {
  document.getElementById('main')?.focus()
}
