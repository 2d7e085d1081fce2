import type { Job, Jobs } from '../core/jobs'

const modules = import.meta.glob<Record<string, Job>>('../constructions/*/*.jobs.ts', { eager: true })

/** The jobs of all rooms: whatever a `*.jobs.ts` in the folder of a room exports. */
export const jobs: Jobs = Object.values(modules).flatMap((module) => Object.values(module))
