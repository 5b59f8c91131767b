/** What scripts find that no script of the theme defines. */

/** Something to mend in the content, as `generator/plugin/faults.py` writes it before `faults.js`. */
interface Fault {
  /** As it is shown. */
  text: string
  /** The folder of the page that it is about, from the root of the site; empty for none. */
  page: string
  /** Whether it stops the publication. */
  stops: boolean
}

declare const gongkaiFaults: readonly Fault[]
