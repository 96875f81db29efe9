# What a cell shows and does not hold, or holds and does not show. Each sentence goes back to the sender, at the cell.
hidden-address = “{ $value }” links to an address that the words do not show: { $address }. Only the words were taken. If the address matters, please write it out; the address of a law has a column of its own on the sheet of laws.
