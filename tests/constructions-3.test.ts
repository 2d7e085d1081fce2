import { describeContracts } from './contract/contract'

describeContracts(2)
