# Case: arguments that are passed on by *args arrive where their places say
import logging

log = logging.getLogger(__name__)


class Base:
    def __init__(self, *args):
        self.prepare(*args)

    def prepare(self, name, other):
        log.info("preparing %s", other)  # sink: secret-flows-to-log


class Worker(Base):
    def __init__(self, name, password):  # step 1
        super().__init__(name, password)
