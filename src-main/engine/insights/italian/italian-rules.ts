import type { Rules } from '../act.ts'
import { italianDecides, italianProposes } from './italian-decisions.ts'
import {
  italianAgrees,
  italianAnswers,
  italianAsks,
  italianIgnorant,
  italianVolunteers,
} from './italian-questions.ts'
import { italianTask } from './italian-tasks.ts'

export const italianRules: Rules = {
  task: italianTask,
  decides: italianDecides,
  proposes: italianProposes,
  asks: italianAsks,
  agrees: italianAgrees,
  volunteers: italianVolunteers,
  ignorant: italianIgnorant,
  answers: italianAnswers,
}
