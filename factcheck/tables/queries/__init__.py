"""Relations -> questions to an engine: which rows may break one, over what its cells can stand for, and how many keep it."""
