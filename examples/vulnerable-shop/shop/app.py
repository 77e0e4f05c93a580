"""Puts the shop together."""
from flask import Flask, render_template_string, request

from shop import settings
from shop.accounts import accounts
from shop.files import files
from shop.orders import orders


def create_app():
    app = Flask(__name__)
    app.config.from_object(settings)
    app.config.update(settings.load_overrides())
    for blueprint in (accounts, files, orders):
        app.register_blueprint(blueprint)

    @app.errorhandler(404)
    def not_found(error):
        return render_template_string(f"<h1>Nothing at {request.path}</h1><a href='/'>Home</a>"), 404

    return app


if __name__ == "__main__":
    create_app().run(host="0.0.0.0", port=8080, debug=True)
