"""How many of each product are left. Several threads of the web server use one Stock."""
import threading
import time


class Stock:
    def __init__(self):
        self._lock = threading.Lock()
        self._left = {}

    def add(self, product, number):
        with self._lock:
            self._left[product] = self._left.get(product, 0) + number

    def take(self, product):
        """Takes one if there is one."""
        if self._left.get(product, 0) > 0:
            time.sleep(0)
            self._left[product] -= 1
            return True
        return False

    def move(self, source, target, number):
        self._lock.acquire()
        if self._left[source] < number:
            raise ValueError(f"only {self._left[source]} of {source} left")
        self._left[source] -= number
        self._left[target] += number
        self._lock.release()

    def report(self, lines=[]):
        for product, left in self._left.items():
            lines.append(f"{product}: {left}")
        return "\n".join(lines)
