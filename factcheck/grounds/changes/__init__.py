"""What a sentence tells of a change: the change, the level that it led to and the one before, and of what each is."""
