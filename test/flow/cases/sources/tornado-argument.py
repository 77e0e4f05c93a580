# Case: get_argument of Tornado is written into a page
import tornado.web


class Hello(tornado.web.RequestHandler):
    def get(self):
        name = self.get_argument("name", "you")  # step 1
        self.write("<h1>Hello " + name + "</h1>")  # sink: cross-site-scripting


application = tornado.web.Application([(r"/hello", Hello)])
