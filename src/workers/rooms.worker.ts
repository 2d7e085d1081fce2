import { jobs } from './room-jobs'
import { serve } from './serve'

serve(jobs)
