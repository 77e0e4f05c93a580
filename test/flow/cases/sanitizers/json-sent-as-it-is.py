# Case: JSON text that is sent as it is is no page
import json

import tornado.web


class Chart(tornado.web.RequestHandler):
    def get(self):
        self.finish(json.dumps({"title": self.get_argument("title")}))  # safe: cross-site-scripting

    def post(self):
        title = self.get_argument("title")  # step 1
        self.finish("<p>" + title + "</p>")  # sink: cross-site-scripting
