import threading

table_lock = threading.Lock()


def put(table, key, value):
    # ruleid: lock-not-released-on-error
    table_lock.acquire()
    table[key] = convert(value)
    table_lock.release()


class Pool:
    def __init__(self):
        self._lock = threading.RLock()
        self.items = []

    def take(self):
        # ruleid: lock-not-released-on-error
        self._lock.acquire()
        item = self.items.pop()
        item.reset()
        self._lock.release()
        return item

    def give(self, item):
        def inner(lock):
            if item.ok():
                # ruleid: lock-not-released-on-error
                lock.acquire(True)
                self.items.append(item.reset())
                lock.release()

        inner(self._lock)

    def released_early(self):
        # ruleid: lock-not-released-on-error
        self._lock.acquire()
        for item in self.items:
            item.check()
        self._lock.release()

    def with_statement(self):
        # ok: lock-not-released-on-error
        with self._lock:
            self.items.clear()

    def in_finally(self):
        # ok: lock-not-released-on-error
        self._lock.acquire()
        try:
            self.items.clear()
        finally:
            self._lock.release()

    def in_finally_with_handler(self, log):
        # ok: lock-not-released-on-error
        self._lock.acquire()
        try:
            self.items.clear()
        except ValueError as error:
            log.info(error)
        finally:
            self._lock.release()

    def inside_try(self):
        try:
            # ok: lock-not-released-on-error
            self._lock.acquire()
            self.items.clear()
        finally:
            self._lock.release()

    def two_methods(self):
        # ok: lock-not-released-on-error
        self._lock.acquire()

    def wait_only(self):
        # ok: lock-not-released-on-error
        self._lock.acquire()
        self._lock.release()


def convert(value):
    return value
