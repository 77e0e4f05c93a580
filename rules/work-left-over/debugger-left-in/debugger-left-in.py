import code
import pdb
import pdb as debugger
from ipdb import set_trace


def pay(order):
    if order.total < 0:
        # ruleid: debugger-left-in
        breakpoint()
    order.pay()


class Worker:
    def run(self):
        try:
            self.step()
        except Exception:
            # ruleid: debugger-left-in
            debugger.set_trace()
            raise

    def nested(self):
        def inner(item):
            # ruleid: debugger-left-in
            set_trace(context=5)
            return item

        return inner(self)


def one_line(item):
    # ruleid: debugger-left-in
    import pdb; pdb.set_trace()
    return item


def a_parameter_of_that_name(breakpoint):
    # ok: debugger-left-in
    return breakpoint + 1


def other(tracer):
    # ok: debugger-left-in
    tracer.set_trace()


def in_a_text():
    # ok: debugger-left-in
    return "breakpoint()"


def interactive_shell(names):
    # ok: debugger-left-in
    code.interact(local=names)


def referred_to():
    # ok: debugger-left-in
    return pdb.Pdb
