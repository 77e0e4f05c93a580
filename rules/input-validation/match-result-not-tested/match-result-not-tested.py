import re
import re as regex
from re import search


def version(output):
    # ruleid: match-result-not-tested
    return re.search(r"version (\d+)", output).group(1)


class Header:
    def charset(self):
        # ruleid: match-result-not-tested
        return regex.match(r".*charset=(\S+)", self.text)[1]

    def parts(self):
        def one(text):
            # ruleid: match-result-not-tested
            return search("([a-z]+)=([a-z]+)", text).groups()

        return [one(p) for p in self.text.split(";")]


def number(line):
    # ruleid: match-result-not-tested
    return int(re.fullmatch(r"(?P<n>\d+) items", line).groupdict()["n"])


def tested(output):
    match = re.search(r"version (\d+)", output)
    # ok: match-result-not-tested
    return match.group(1) if match else None


def handled(output):
    try:
        # ok: match-result-not-tested
        return re.search(r"version (\d+)", output).group(1)
    except AttributeError:
        return None


def matched_before(output):
    if re.match(r"version \d+", output):
        # ok: match-result-not-tested
        return re.match(r"version (\d+)", output).group(1)
    return None


def never_none(text):
    # ok: match-result-not-tested
    return re.findall("a", text)[0], re.sub("a", "b", text).strip()
