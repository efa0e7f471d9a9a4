"""Speed and cost, as ratios: what a machine's own speed does not change."""
