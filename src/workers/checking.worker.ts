import { jobs } from './checking-jobs'
import { serve } from './serve'

serve(jobs)
