clear-done = Cleared by { $by } on { $day }. The record is frozen.
clear-again = Cleared already by { $by } on { $day }. Nothing changed.
clear-digest = Digest of the submission: { $digest }
clear-confirm = Clear the submission of { $state }? Nothing is taken in or changed after that.
clear-not = Nothing was cleared.
clear-drafts = Drafts lie there still, and may say what has been changed or taken back since: { $names }. Delete them, or pass them on to nobody.
clear-next = submit what was cleared; then consult advance, for the letters that wait for it (consult plan says when)
