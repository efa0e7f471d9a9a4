"""What the values of a sample show: series, blocks, ledgers, dashes that are noughts; shapes across rows ask here."""
