# Case: entries of an archive are written where their names say
import os
import zipfile


def unpack(archive, target):
    with zipfile.ZipFile(archive) as bundle:
        for name in bundle.namelist():  # step 1
            path = os.path.join(target, name)
            with open(path, "wb") as stream:  # sink: archive-entry-path
                stream.write(b"")


unpack("plugin.zip", "/srv/plugins")
