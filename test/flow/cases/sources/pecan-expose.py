# Case: parameters of an exposed method of pecan
import os

import pecan
from pecan import rest


class VolumesController(rest.RestController):
    @pecan.expose("json")
    def get_one(self, volume):  # step 1
        os.system("lvdisplay " + volume)  # sink: command-injection
        return {"ok": True}
