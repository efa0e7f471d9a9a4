"""`holds`: an expression over claims, parsed once into a typed tree and then read in several ways.

Text goes in at `parse`; out come a verdict with its calculation (`evaluate`), the values that would repair a conflict
(`repair`), and what of it an exact system of many rules can take in (`linear`). Nothing is ever handed to Python to run.
"""

from factcheck.expressions.evaluation import evaluate
from factcheck.expressions.linear import Relation, linear
from factcheck.expressions.parsing import ExpressionError, parse
from factcheck.expressions.repairs import repair
from factcheck.expressions.tree import Expression
from factcheck.operands import Context, Operand, Outcome

__all__ = ["Context", "Expression", "ExpressionError", "Operand", "Outcome", "Relation", "evaluate", "linear", "parse", "repair"]
