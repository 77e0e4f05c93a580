def collect(item, found=[]):
    # ruleid: mutable-default-argument
    found.append(item)
    return found


class Client:
    def get(self, url, headers={}):
        # ruleid: mutable-default-argument
        headers["X-Token"] = self.token
        return self.session.get(url, headers=headers)

    def tags(self, *names, seen=set()):
        for name in names:
            # ruleid: mutable-default-argument
            seen.add(name)
        return seen

    def outer(self):
        async def visit(node, path=list()):
            # ruleid: mutable-default-argument
            path += [node]
            return path

        return visit


def options(name, defaults={"retries": 3}):
    # ruleid: mutable-default-argument
    defaults.setdefault("name", name)
    return defaults


def only_read(item, known=[]):
    # ok: mutable-default-argument
    return item in known


def made_anew(item, found=None):
    if found is None:
        found = []
    # ok: mutable-default-argument
    found.append(item)
    return found


def copied(item, found=[]):
    found = list(found)
    # ok: mutable-default-argument
    found.append(item)
    return found


def other_list(item, found=[]):
    result = []
    # ok: mutable-default-argument
    result.append(item)
    return result + found


def immutable(item, found=()):
    # ok: mutable-default-argument
    found += (item,)
    return found
