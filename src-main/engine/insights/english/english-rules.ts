import type { Rules } from '../act.ts'
import { englishDecides, englishProposes } from './english-decisions.ts'
import {
  englishAgrees,
  englishAnswers,
  englishAsks,
  englishIgnorant,
  englishVolunteers,
} from './english-questions.ts'
import { englishTask } from './english-tasks.ts'

export const englishRules: Rules = {
  task: englishTask,
  decides: englishDecides,
  proposes: englishProposes,
  asks: englishAsks,
  agrees: englishAgrees,
  volunteers: englishVolunteers,
  ignorant: englishIgnorant,
  answers: englishAnswers,
}
