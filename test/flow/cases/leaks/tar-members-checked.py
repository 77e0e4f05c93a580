# Case: members of an archive that would leave the folder are refused
import os
import tarfile


def unpack(archive, target):
    root = os.path.realpath(target) + os.sep
    with tarfile.open(archive) as bundle:
        for member in bundle.getmembers():
            path = os.path.realpath(os.path.join(target, member.name))
            if not path.startswith(root):
                raise ValueError("a name that leaves the folder")
            with open(path, "wb") as stream:  # safe: archive-entry-path
                stream.write(b"")


unpack("plugin.tar", "/srv/plugins")
