"""Links between a figure and the same told again: in other units or money, in the headline, further down in the story."""
