"""Links between a whole and its parts: those told behind a cue, those that make it up, what is left of it."""
