did-you-mean = Vouliez-vous dire « { $near } » ?
did-you-mean-in-print = Vouliez-vous dire « { $near } » ?
