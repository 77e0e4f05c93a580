def repository(url):
    # ruleid: strip-of-suffix
    return url.rstrip(".git")


class Names:
    def short(self):
        # ruleid: strip-of-suffix
        return self.name.rstrip('.example.com')

    def stems(self, names):
        def one(name):
            # ruleid: strip-of-suffix
            return name.rstrip("_id")

        return [one(n) for n in names]


def module(path):
    # ruleid: strip-of-suffix
    return path.replace("/", ".").rstrip(".py")


def suffix(url):
    # ok: strip-of-suffix
    return url.removesuffix(".git")


def spaces(text):
    # ok: strip-of-suffix
    return text.rstrip("\r\n").rstrip()


def unit(text):
    # ok: strip-of-suffix
    return text.rstrip("kKmMgG")


def slashes(path):
    # ok: strip-of-suffix
    return path.rstrip("/").rstrip("./")


def zeros(text):
    # ok: strip-of-suffix
    return text.rstrip("0").rstrip(".")
