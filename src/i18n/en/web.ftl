### The review in a browser.

web-open =
    The review is at { $address }
    Open it in a browser on this machine; it is good for one tab. Ctrl-C ends it.
web-title = Review
web-accept = Accept
web-fix = Fix
web-waive = Waive
web-edit = Edit
web-pair = Pair
web-add = Glossary
web-undo = Undo
web-reason = Why is this fine here? Others will read it.
web-new-text = The paragraph’s text (Ctrl-Enter to save)
web-form = The form to add to the glossary
web-admitted = as a term of its own; otherwise as a form of the preferred term
web-yes = Save
web-no = Cancel
web-choose = Choose a unit with a finding first: n and p go from one to the next.
web-pairing = Click the paragraphs that belong together, on both sides; then Enter or Pair again. Escape leaves.
web-ended = The review has ended. Start “tolmach review --web” again.
web-used = This address is good once, for one tab. Go on in that tab, or start “tolmach review --web” again.
web-changed = The files have changed since this page was made; it is loaded again. Nothing was done.
web-no-document = There is no such document any more.
web-no-finding = There is no such finding any more.
web-refused = Refused: this server serves only the person who started it.
web-needs-script = The review needs scripts; pages that can be read without them are written by “tolmach report”.
web-document =
    { $path } · { $count ->
        [one] { $count } finding
       *[other] { $count } findings
    }

trouble-no-server = the review cannot be served on the loopback address: { $message }
    .hint = review on the terminal: tolmach review
