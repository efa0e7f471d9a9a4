"""Relations -> questions to an engine: which rows may break one, over what its cells can stand for, and how many keep it.

`staging` makes a table of what cells can stand for, with the room that `roundings` give them; `compiling` writes a relation in
SQL, and `counting` asks it of all rows.
"""
