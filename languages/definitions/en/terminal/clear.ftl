clear-done = Cleared by { $by } on { $day }. The record is frozen.
clear-again = Cleared already by { $by } on { $day }. Nothing changed.
clear-digest = Digest of the submission: { $digest }
clear-confirm = Clear the submission of { $state }? Nothing is taken in or changed after that.
clear-not = Nothing was cleared.
