"""What the words about shares of one whole show of them, one file for each kind of words."""
