# Case: a method of a controller that is not exposed is called with constants only
import os

import pecan
from pecan import rest


class VolumesController(rest.RestController):
    def _refresh(self, group):
        os.system("vgscan " + group)  # safe: command-injection

    @pecan.expose("json")
    def get_all(self):
        self._refresh("vg0")
        return {"ok": True}
