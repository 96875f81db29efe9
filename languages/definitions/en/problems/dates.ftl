date-of-nothing = “{ $value }” is no action of this process that has a date, so the date changes nothing. Allowed: { $allowed }. Correct the name, or take the line out.
person-twice = { $name } is listed twice in the same role. Take one of the two lines out.
