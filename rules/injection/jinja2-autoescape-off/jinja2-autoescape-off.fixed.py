import jinja2
import jinja2 as j2
from jinja2 import Environment, FileSystemLoader, Template as Page, select_autoescape
from jinja2.sandbox import SandboxedEnvironment


def environment(folder):
    # ruleid: jinja2-autoescape-off
    return Environment(loader=FileSystemLoader(folder), autoescape=True)


def page(text, name):
    # ruleid: jinja2-autoescape-off
    return Page(text, autoescape=True).render(name=name)


class Site:
    def start(self):
        # ruleid: jinja2-autoescape-off
        self.pages = j2.Environment(autoescape=True, loader=self.loader)

        def sandbox():
            return SandboxedEnvironment(
                loader=self.loader,
                # ruleid: jinja2-autoescape-off
                autoescape=True,
            )

        return sandbox


def on(folder):
    # ok: jinja2-autoescape-off
    return Environment(loader=FileSystemLoader(folder), autoescape=True)


def by_name(folder):
    # ok: jinja2-autoescape-off
    return jinja2.Environment(loader=FileSystemLoader(folder), autoescape=select_autoescape())


def decided_elsewhere(folder, html):
    # ok: jinja2-autoescape-off
    return jinja2.Environment(loader=FileSystemLoader(folder), autoescape=html)


def other(widgets):
    # ok: jinja2-autoescape-off
    return widgets.Environment(autoescape=False)
