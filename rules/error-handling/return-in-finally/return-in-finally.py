def read(path):
    f = open(path)
    try:
        data = f.read()
    finally:
        f.close()
        # ruleid: return-in-finally
        return data


class Job:
    def run(self):
        try:
            self.step()
        except ValueError as error:
            self.error = error
        finally:
            # ruleid: return-in-finally
            return self.error

    def nested(self):
        def inner(item):
            try:
                item()
            except:
                raise
            finally:
                if self.stopped:
                    # ruleid: return-in-finally
                    return
                self.done()

        return inner(self)

    def third(self):
        try:
            return self.step()
        except KeyError:
            return None
        finally:
            # ruleid: return-in-finally
            return True


def after(path):
    f = open(path)
    try:
        data = f.read()
    finally:
        f.close()
    # ok: return-in-finally
    return data


def in_try(path):
    try:
        # ok: return-in-finally
        return open(path)
    finally:
        print("done")


def in_handler(path):
    try:
        path.touch()
    except OSError:
        # ok: return-in-finally
        return None
    finally:
        print("done")


def in_else(path):
    try:
        path.touch()
    except OSError:
        print("no")
    else:
        # ok: return-in-finally
        return path
    finally:
        print("done")


def callback(loop):
    try:
        loop.run()
    finally:

        def answer():
            # ok: return-in-finally
            return 1

        loop.later(answer)
