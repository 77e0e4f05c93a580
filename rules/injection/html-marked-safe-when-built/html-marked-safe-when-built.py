import flask
import markupsafe
from django.utils import safestring
from django.utils.html import format_html
from django.utils.safestring import mark_safe
from markupsafe import Markup as HTML


def badge(user):
    # ruleid: html-marked-safe-when-built
    return mark_safe("<b>%s</b>" % user.name)


def link(url, name):
    # ruleid: html-marked-safe-when-built
    return HTML(f"<a href='{url}'>{name}</a>")


class Menu:
    def item(self, label):
        # ruleid: html-marked-safe-when-built
        start = safestring.mark_safe("<li>" + label)

        def rest():
            # ruleid: html-marked-safe-when-built
            return flask.Markup("<i>{}</i>".format(self.note))

        return start + rest()


def constant():
    # ok: html-marked-safe-when-built
    return mark_safe("<br>" + "<hr>")


def formatted_after(name):
    # ok: html-marked-safe-when-built
    return HTML("<b>{}</b>").format(name)


def formatted_by_django(name):
    # ok: html-marked-safe-when-built
    return format_html("<b>{}</b>", name)


def joined(form, rows):
    # ok: html-marked-safe-when-built
    return mark_safe(str(form.errors) + "\n" + rows)


def rendered(form):
    # ok: html-marked-safe-when-built
    return markupsafe.Markup(form.as_html())
