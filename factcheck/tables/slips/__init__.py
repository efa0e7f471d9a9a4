"""Whether what breaks a relation is a slip: broken rows go in, what else they may be, or the trace of a slip, comes out."""
