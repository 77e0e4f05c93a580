# Case: a method raises unless the path of a member lies in the folder that is being written to
import os
import zipfile


class Unpacker:
    def __init__(self, file):
        self.archive = zipfile.ZipFile(file)

    def place_of(self, folder, name):
        base = os.path.abspath(folder)
        place = os.path.abspath(os.path.join(base, name))
        try:
            if os.path.commonpath([base, place]) != base:
                raise ValueError("outside of the folder")
        except ValueError:
            raise RuntimeError("outside of the folder")
        return place

    def unpack(self, folder):
        for name in self.archive.namelist():
            place = self.place_of(folder, name)
            with open(place, "wb") as stream:  # safe: archive-entry-path
                stream.write(self.archive.read(name))
