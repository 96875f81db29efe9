# Why an item is asked of a stakeholder; $detail is an article, an instrument, a topic or a reason in words.
because-article = Its mandate covers { $detail }
because-instrument = Its mandate covers all of { $detail }
because-topic = Its mandate covers the topic: { $detail }
because-rule = A rule: { $detail }
because-rule-unexplained = A rule in routing.yaml
because-added = Added by the focal point: { $detail }
because-added-unexplained = Added by the focal point in routing.yaml
because-closing = Closing questions on { $detail }, of which it answers a part
because-follow-up = { $detail }, which it is asked, follows up this question
