# Answers of one return that do not fit together. Each sentence goes back to the sender, at the cell.
yes-without-law = Thank you. Which law provides for this, and in which provision? Each “Yes” is submitted with them. If you do not know, leave it: your answer counts all the same.
in-part-without-details = You answered “Yes, in part”. Please say in the details what is in place and what is missing.
follow-up-not-applicable = This question applies only after certain answers to { $question }, and yours there is another one. Please check both answers; we keep them as they are until you do.
follow-up-without-question = You answered this follow-up, but no answer to the question that it belongs to, { $question }, could be read in this file. Please answer that one too, unless you did so in an earlier version.
earlier-answer-stands = You chose no answer here this time, so your earlier one, “{ $answer }”, stands. What you wrote here now was taken, and what you left blank stays as it was. To change your answer, choose another one.
answer-replaced = Before, you said “{ $answer }” here. What you sent now counts in its place.
files-disagree = Another file that came with this one, “{ $other }”, gives a different answer here, so neither was taken. Please send us the answer that you mean.
nothing-chosen-beside = You wrote something on this question but chose no answer to it. What you wrote was kept, but the question stays open. Please choose the answer from its list.
absence-with-value = You chose “{ $absence ->
    [not-our-remit] Not our remit
    [not-known] We do not know
   *[cannot-disclose] We cannot disclose
 }” and gave an answer as well. { $absence ->
    [cannot-disclose] What you gave is not used. If it may be used, please clear that choice; if not, delete the rest.
   *[other] Your answer counts. Please keep only one of the two.
 }
negative-number = { $value } is below zero. A number from 0 upwards is expected: please check the sign.
link-not-web = The link of the law “{ $law }”, “{ $link }”, is not a web address. An address that begins with https:// or http:// is needed; please copy it whole from the browser onto the sheet of laws, or leave the link empty.
