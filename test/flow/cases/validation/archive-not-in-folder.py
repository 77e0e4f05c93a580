# Case: the common path is asked of two folders, and says nothing of the member
import os
import zipfile


def unpack(file, folder, other):
    base = os.path.abspath(folder)
    archive = zipfile.ZipFile(file)
    for name in archive.namelist():  # step 1
        place = os.path.abspath(os.path.join(base, name))
        if os.path.commonpath([base, os.path.abspath(other)]) != base:
            raise ValueError("outside of the folder")
        with open(place, "wb") as stream:  # sink: archive-entry-path
            stream.write(archive.read(name))
