import checkingWorker from '../../workers/checking.worker?worker&url'
import { type CheckingClient, checkingClient } from '../../workers/checking-client'
import { trustedScript } from '../trusted'

const UNREACHABLE =
  'The part of the page that reads answers could not be loaded. Reload the page to try again.'

/** The page's client of the workers that read and judge answers; the page itself does it where none can be had. */
export function pageChecker(): CheckingClient {
  // The page's types want a string; browsers with Trusted Types want the object that the policy made.
  const address = () => trustedScript(checkingWorker) as string
  return checkingClient({
    spawn: () => new Worker(address(), { type: 'module' }),
    here: async (request) => {
      const checking = await import('../../workers/checking').catch(() => undefined)
      return checking?.answerTo(request) ?? { type: 'failed', job: request.job, message: UNREACHABLE }
    },
  })
}
