# Case: members of an archive are written where their names say
import os
import tarfile


def unpack(archive, target):
    with tarfile.open(archive) as bundle:
        for member in bundle.getmembers():  # step 1
            path = os.path.join(target, member.name)  # step 1
            with open(path, "wb") as stream:  # sink: archive-entry-path
                stream.write(b"")


unpack("plugin.tar", "/srv/plugins")
