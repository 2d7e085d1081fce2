import { jobs } from './lab-jobs'
import { serve } from './serve'

serve(jobs)
