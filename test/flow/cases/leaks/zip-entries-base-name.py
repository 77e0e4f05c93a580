# Case: entries of an archive are written below their base names
import os
import zipfile


def unpack(archive, target):
    with zipfile.ZipFile(archive) as bundle:
        for name in bundle.namelist():
            path = os.path.join(target, os.path.basename(name))
            with open(path, "wb") as stream:  # safe: archive-entry-path
                stream.write(b"")


unpack("plugin.zip", "/srv/plugins")
