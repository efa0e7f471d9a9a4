"""Links between shares of one whole, told in percent: by party, by owner, by answer, and the lead of one over another."""
