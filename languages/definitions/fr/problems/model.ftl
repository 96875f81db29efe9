did-you-mean = Vouliez-vous dire « { $near } » ?
