/** What is tried behind the wall. */
import type { Row } from '../fault.ts'

export type Tried = Pick<Row, 'fault' | 'tried' | 'broken'>
export type TryIt = () => Promise<Tried>
