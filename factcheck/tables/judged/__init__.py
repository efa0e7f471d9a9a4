"""Suspicious rows -> what is told of them: they are judged exactly, what is not understood is left out, the rest is summed up."""
