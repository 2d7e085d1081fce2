import fc from 'fast-check'

/**
 * One seed for every property, so that a run can be repeated anywhere: `FAST_CHECK_SEED=7 npm test` tries others. A
 * test that configures fast-check itself keeps this seed.
 */
fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(process.env['FAST_CHECK_SEED'] ?? 20210721) })
