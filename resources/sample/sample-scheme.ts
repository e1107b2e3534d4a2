import { THREE_PART } from '#shared/domain/scheme/templates/three-part.ts'
import type { SampleFile } from './sample-files.ts'

/** The default template, 三段式: the sample is a year of whoever begins with it. */
export const SAMPLE_SCHEME: SampleFile['scheme'] = JSON.parse(JSON.stringify(THREE_PART))
