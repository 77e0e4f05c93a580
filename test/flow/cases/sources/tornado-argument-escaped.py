# Case: get_argument of Tornado is escaped before it is written
import tornado.escape
import tornado.web


class Hello(tornado.web.RequestHandler):
    def get(self):
        name = self.get_argument("name", "you")
        self.write("<h1>Hello " + tornado.escape.xhtml_escape(name) + "</h1>")  # safe: cross-site-scripting


application = tornado.web.Application([(r"/hello", Hello)])
