import flask
from flask import render_template, render_template_string
from flask import render_template_string as render


def hello(name):
    # ruleid: flask-template-from-variable
    return render_template_string("<h1>Hello %s</h1>" % name)


def page(row):
    template = f"<p>{row.text}</p>"
    # ruleid: flask-template-from-variable
    return flask.render_template_string(template)


class Pages:
    def show(self, key):
        # ruleid: flask-template-from-variable
        page = render(self.store[key].text, title=key)

        def footer():
            # ruleid: flask-template-from-variable
            return render("<i>" + self.note + "</i>")

        return page + footer()


TEMPLATE = "<h1>Hello {{ name }}</h1>"


def constant(name):
    # ok: flask-template-from-variable
    return render_template_string("<h1>Hello {{ name }}</h1>", name=name)


def constant_of_the_module(name):
    # ok: flask-template-from-variable
    return render(TEMPLATE, name=name)


def from_a_file(name):
    # ok: flask-template-from-variable
    return render_template(name + ".html")


def other(engine, text):
    # ok: flask-template-from-variable
    return engine.render_template_string(text)
