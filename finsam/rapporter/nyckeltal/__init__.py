"""Key figures month by month: participants, shares, days, money, per insats and in all."""
