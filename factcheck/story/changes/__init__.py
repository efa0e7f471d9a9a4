"""Links between a change and the levels that it runs between, and between a level and what it is set against."""
