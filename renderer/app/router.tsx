import { createHashRouter, type LazyRouteFunction, type RouteObject, useRouteError } from 'react-router'
import { SHELL } from '#renderer/strings/shell.ts'
import { CrashPage } from './crash-page.tsx'
import { FirstPage } from './first-page.tsx'
import { NoPage } from './no-page.tsx'
import { RootLayout } from './root-layout.tsx'
import { Waiting } from './waiting.tsx'
import { YearGate } from './year-gate.tsx'

type Lazy = LazyRouteFunction<RouteObject>

// Every page is its own file, fetched behind the first screen or when it is opened. Its module exports its component by name.
const pages = [
  page('roster', async () => ({ Component: (await import('#renderer/features/roster/roster-page.tsx')).RosterPage })),
  page('scheme', async () => ({ Component: (await import('#renderer/features/scheme/scheme-page.tsx')).SchemePage })),
  page('self', async () => ({ Component: (await import('#renderer/features/self/self-page.tsx')).SelfPage })),
  page('ballot', async () => ({ Component: (await import('#renderer/features/ballot/ballot-page.tsx')).BallotPage })),
  page('ballot/:meeting', async () => ({
    Component: (await import('#renderer/features/ballot/meeting/meeting-page.tsx')).MeetingPage,
  })),
  page('rating', async () => ({ Component: (await import('#renderer/features/rating/rating-page.tsx')).RatingPage })),
  page('score', async () => ({ Component: (await import('#renderer/features/score/score-page.tsx')).ScorePage })),
  page('people/:person', async () => ({
    Component: (await import('#renderer/features/person/person-page.tsx')).PersonPage,
  })),
  page('decision', async () => ({
    Component: (await import('#renderer/features/decision/decision-page.tsx')).DecisionPage,
  })),
  page('sheets', async () => ({ Component: (await import('#renderer/features/sheet/sheets-page.tsx')).SheetsPage })),
  page('safety', async () => ({
    Component: (await import('#renderer/features/years/safety-page.tsx')).SafetyPage,
  })),
  page('archive', async () => ({
    Component: (await import('#renderer/features/archive/archive-page.tsx')).ArchivePage,
  })),
]

/** What fetches each page's file. */
const pageFiles = pages.map(({ lazy }) => lazy)

function page(path: string, lazy: Lazy) {
  return { path, lazy, errorElement: <RouteCrash /> }
}

/** The year stands in the address, so that a reload, a bookmark and a second window keep it. */
export function createRouter() {
  return createHashRouter([
    {
      // The big screen stands outside of the frame: nothing of the operator's is on it.
      path: ':year/projector/:meeting?',
      errorElement: <RouteCrash />,
      hydrateFallbackElement: <Waiting words={SHELL.loading} />,
      lazy: async () => ({ Component: (await import('#renderer/projector/projector-page.tsx')).ProjectorPage }),
    },
    {
      element: <RootLayout />,
      errorElement: <RouteCrash />,
      hydrateFallbackElement: <Waiting words={SHELL.loading} />,
      children: [
        { index: true, element: <FirstPage /> },
        {
          path: ':year',
          element: <YearGate pageFiles={pageFiles} />,
          children: [
            {
              index: true,
              errorElement: <RouteCrash />,
              lazy: async () => ({
                Component: (await import('#renderer/features/years/overview-page.tsx')).OverviewPage,
              }),
            },
            ...pages,
            { path: '*', element: <NoPage /> },
          ],
        },
        { path: '*', element: <NoPage /> },
      ],
    },
  ])
}

function RouteCrash() {
  return <CrashPage error={useRouteError()} />
}
