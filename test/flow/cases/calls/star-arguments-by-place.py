# Case: arguments that are passed on by *args keep their places
import logging

log = logging.getLogger(__name__)


class Base:
    def __init__(self, *args):
        self.prepare(*args)

    def prepare(self, name, password):
        log.info("preparing %s", name)  # safe: secret-flows-to-log


class Worker(Base):
    def __init__(self, name, password):
        super().__init__(name, password)
