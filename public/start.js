// Where the page cannot start, shows the sentence of index.html that says what to do. A plain script, in a language that
// every browser knows: it has to run where the page itself does not.
;(() => {
  /** Milliseconds after which something is taken to be wrong: the page takes a tenth of it on a slow line. */
  const PATIENCE = 20_000

  /** Shows one of the sentences, unless the page has started and replaced them. */
  const explain = (id) => {
    const [loading, sentence] = [document.getElementById('is-loading'), document.getElementById(id)]
    if (!sentence || loading.hidden) return
    loading.hidden = true
    sentence.hidden = false
  }

  const onError = ({ target, message }) => {
    if (target instanceof HTMLScriptElement) explain(location.protocol === 'file:' ? 'is-file' : 'is-missing')
    else if (message) explain('is-broken')
  }

  addEventListener('error', onError, true)
  setTimeout(explain, PATIENCE, 'is-missing')
})()
