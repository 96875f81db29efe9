# The answers that may be chosen, as printed in workbooks and submissions.
yes = Yes
in-part = Yes, in part
no = No
not-our-remit = Not our remit
not-known = We do not know
cannot-disclose = We cannot disclose
