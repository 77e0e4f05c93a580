def host(url):
    # ruleid: strip-of-word
    return url.lstrip("https://").split("/")[0]


class Names:
    def short(self):
        # ruleid: strip-of-word
        return self.name.lstrip('www.')

    def refs(self, refs):
        def one(ref):
            # ruleid: strip-of-word
            return ref.lstrip("refs/")

        return [one(r) for r in refs]


def image(path):
    # ruleid: strip-of-word
    return path.strip().lstrip("file://")


def prefix(url):
    # ok: strip-of-word
    return url.removeprefix("https://")


def spaces(text):
    # ok: strip-of-word
    return text.lstrip(" \t\n").lstrip()


def digits(text):
    # ok: strip-of-word
    return text.lstrip("0123456789")


def slashes(path):
    # ok: strip-of-word
    return path.lstrip("./")


def of_hex(text):
    # ok: strip-of-word
    return text.lstrip("abcdef")
