import { expect, test } from 'vitest'
import { constructions } from '../src/constructions'
import { describeContracts } from './contract/contract'

test('every id is the name of a folder with a panel, and every such folder is registered', () => {
  const folders = Object.keys(import.meta.glob('../src/constructions/*/panel/*.panel.tsx')).map((path) => {
    const [folder, , file] = path.split('/').slice(-3)
    return file === `${folder}.panel.tsx` ? folder : path
  })
  expect(constructions.map(({ id }) => id).toSorted()).toEqual(folders.toSorted())
})

describeContracts(0)
