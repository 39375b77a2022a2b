export { type Interval, wilson } from '../src/lib/wilson.ts'
