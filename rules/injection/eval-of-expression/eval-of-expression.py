import ast
import builtins
from builtins import eval as evaluate


def total(formula):
    # ruleid: eval-of-expression
    return eval(formula)


def load(path):
    with open(path) as f:
        # ruleid: eval-of-expression
        exec(f.read(), {})


class Field:
    def value(self, item):
        # ruleid: eval-of-expression
        value = builtins.eval("item." + self.name)

        def check():
            # ruleid: eval-of-expression
            return evaluate(self.rule, {"value": value})

        return check()


def literal(text):
    # ok: eval-of-expression
    return ast.literal_eval(text)


def constant():
    # ok: eval-of-expression
    return eval("1 + 1")


def constant_in_a_variable():
    source = "x = 1"
    # ok: eval-of-expression
    exec(source)


def method(model, frame):
    # ok: eval-of-expression
    model.eval()
    # ok: eval-of-expression
    return frame.eval("a + b"), model.exec(frame)
