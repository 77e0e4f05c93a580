class Driver:
    def start(self):
        # ruleid: raise-not-implemented
        raise NotImplementedError

    def stop(self):
        # ruleid: raise-not-implemented
        raise NotImplementedError()

    def reset(self, hard):
        def inner():
            # ruleid: raise-not-implemented
            raise NotImplementedError("reset of %s" % self)

        if hard:
            # ruleid: raise-not-implemented
            raise NotImplementedError(
                "hard reset"
            )
        inner()

    def pause(self):
        # ok: raise-not-implemented
        raise NotImplementedError

    def resume(self):
        # ok: raise-not-implemented
        raise NotImplementedError("resume")

    def __eq__(self, other):
        # ok: raise-not-implemented
        return NotImplemented

    def __lt__(self, other):
        result = NotImplemented
        # ok: raise-not-implemented
        return result
