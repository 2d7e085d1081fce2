import { jobs } from './course-jobs'
import { serve } from './serve'

serve(jobs)
