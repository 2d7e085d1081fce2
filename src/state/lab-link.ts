import { initialParams } from '../constructions/params'
import { LAB_TABS, type LabParams, type LabTab, labSpecs } from './lab-settings'
import type { Decoded, Field, Notice } from './link-fields'
import { decodeEach, encodeParams } from './param-fields'
import type { Session } from './session'
import type { Shared } from './session-parts'

/** The fields of a link that bring back the open tab of the lab, and the setting of its next runs. */
export function labFields({ lab }: Shared): Field[] {
  const tab: Field[] = lab.tab === 'train' ? [] : [['tab', lab.tab]]
  return [...tab, ...encodeParams(labSpecs, lab.params)]
}

/** The session that a link's fields in the lab stand for; every field that is not taken is named. */
export function decodeLab(fields: readonly Field[], base: Session): Decoded {
  const named = fields.find(([name]) => name === 'tab')?.[1] ?? 'train'
  const tab = LAB_TABS.find((one) => one === named)
  const rest = fields.filter(([name]) => name !== 'tab')
  const { values, notices } = decodeEach(labSpecs, rest, 'is not a parameter of the lab')
  const params = { ...initialParams(labSpecs), ...values } as LabParams
  const lab: { tab: LabTab; params: LabParams } = { tab: tab ?? 'train', params }
  return { session: { ...base, page: 'lab', lab }, notices: tab ? notices : [unknownTab(named), ...notices] }
}

const unknownTab = (named: string): Notice => ({
  field: 'tab',
  outcome: 'refused',
  message: `the lab has no part "${named.slice(0, 40)}"`,
})
